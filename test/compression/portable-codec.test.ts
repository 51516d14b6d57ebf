import { portableCodec } from '../../src/compression/portable-codec.ts';
import { testCodecContract } from './contract.ts';

testCodecContract('fzstd', portableCodec());
