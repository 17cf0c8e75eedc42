import { expect } from 'chai';
import { UPLOAD_LIMITS } from '../../src/web/upload-limits.ts';
import { UploadTurns } from '../../src/web/upload-turns.ts';

interface Gate {
  readonly open: () => void;
  readonly opened: Promise<void>;
}

function gate(): Gate {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

describe('turns at uploading', () => {
  it('let few in at a time, in their order', async () => {
    const turns = new UploadTurns({ ...UPLOAD_LIMITS, atOnce: 1, waiting: 5 });
    const first = gate();
    const order: string[] = [];
    const all = [
      turns.take(() => first.opened.then(() => order.push('first'))),
      turns.take(async () => order.push('second')),
      turns.take(async () => order.push('third')),
    ];
    first.open();
    await Promise.all(all);
    expect(order).to.deep.equal(['first', 'second', 'third']);
  });

  it('turn away at once who would wait too long, and say when to come back', async () => {
    const turns = new UploadTurns({ ...UPLOAD_LIMITS, atOnce: 1, waiting: 1 });
    const first = gate();
    const running = [turns.take(() => first.opened), turns.take(() => first.opened)];
    const refusal: unknown = await turns.take(() => first.opened).catch((error: unknown) => error);
    expect(refusal).to.include({ kind: 'unavailable', httpStatus: 503, fix: '请过一两分钟再上传一次。' });
    first.open();
    await Promise.all(running);
  });

  it('go on after one that failed', async () => {
    const turns = new UploadTurns({ ...UPLOAD_LIMITS, atOnce: 1, waiting: 1 });
    await turns.take(() => Promise.reject(new Error('broken'))).catch(() => undefined);
    expect(await turns.take(() => Promise.resolve('next'))).to.equal('next');
  });
});
