import { readDemoBureau } from './demo-bureau-reader.ts';
import { writeDemo } from './demo-files.ts';

await writeDemo(readDemoBureau(), import.meta.dirname);
