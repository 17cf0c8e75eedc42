import { expect } from 'chai';
import { OperationalError } from '../../src/platform/errors.ts';
import { NewestOnly } from '../../src/tuning/newest-only.ts';

/** Ends as soon as nobody wants it any more, or is told to. */
function question(): { ask: (signal: AbortSignal) => Promise<string>; end: (answer: string) => void } {
  let end: (answer: string) => void = () => undefined;
  const ask = (signal: AbortSignal): Promise<string> =>
    new Promise((resolve, reject) => {
      end = resolve;
      signal.addEventListener('abort', () => {
        reject(signal.reason as Error);
      });
    });
  return {
    ask,
    end: (answer) => {
      end(answer);
    },
  };
}

async function codeOf(answer: Promise<string>): Promise<string> {
  return answer.catch((failure: unknown) => (failure instanceof OperationalError ? failure.code : 'bug'));
}

describe('of questions about the same', () => {
  it('only the newest is answered, and the work for an older one ends', async () => {
    const [newest, first, second] = [new NewestOnly(), question(), question()];
    const older = codeOf(newest.run('a draft', first.ask));
    const newer = newest.run('a draft', second.ask);
    expect(await older).to.equal('superseded');
    second.end('answer');
    expect(await newer).to.equal('answer');
  });

  it('an older one is not answered either when its work does not care', async () => {
    const newest = new NewestOnly();
    const older = codeOf(newest.run('a draft', () => Promise.resolve('late')));
    expect(await newest.run('a draft', () => Promise.resolve('new'))).to.equal('new');
    expect(await older).to.equal('superseded');
  });

  it('those about something else go on, and so does the next one', async () => {
    const newest = new NewestOnly();
    const other = newest.run('another draft', () => Promise.resolve('other'));
    expect(await newest.run('a draft', () => Promise.resolve('one'))).to.equal('one');
    expect(await newest.run('a draft', () => Promise.resolve('two'))).to.equal('two');
    expect(await other).to.equal('other');
  });

  it('one that fails leaves nothing behind', async () => {
    const newest = new NewestOnly();
    const failing = newest.run('a draft', () => Promise.reject(new Error('no')));
    expect(await codeOf(failing)).to.equal('bug');
    expect(await newest.run('a draft', () => Promise.resolve('next'))).to.equal('next');
  });
});
