// A thread does not inherit the loader by which the program runs TypeScript as it is.
import { register } from 'tsx/esm/api';

register();
await import('./judging-child-service.ts');
