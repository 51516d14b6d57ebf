import { addonCodec } from '../../src/compression/addon-codec.ts';
import { testCodecContract } from './contract.ts';

testCodecContract('@mongodb-js/zstd', await addonCodec());
