import { nodeCodec } from '../../src/compression/node-codec.ts';
import { testCodecContract } from './contract.ts';

testCodecContract('node:zlib', nodeCodec());
