#!/usr/bin/env node
// TypeScript is run as it is: there is nothing to build and nothing built that could be out of date.
import { register } from 'tsx/esm/api';

register();
await import('./cli.ts');
