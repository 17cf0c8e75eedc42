import { testApp, type TestApp } from './http.ts';
import { inspectBureau } from './inspected-bureau.ts';
import { serving, type Serving } from './serving.ts';

/** An inspected bureau that a browser can visit. */
export interface ServedBureau extends Serving {
  readonly running: TestApp;
}

/** Opens an app of its own and serves it; its `end` ends both. */
export async function serveBureau(): Promise<ServedBureau> {
  const running = await testApp();
  await inspectBureau(running);
  const served = await serving(running.app);
  return {
    running,
    address: served.address,
    end: async () => {
      await served.end();
      await running.end();
    },
  };
}
