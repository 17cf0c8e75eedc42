import type { Texts } from '../language/texts.ts';
import type { Activation } from './activation-record.ts';
import type { Deed, RulebookLife } from './version.ts';

/** One thing that happened to a version. */
export interface TimelineStep {
  readonly what: string;
  readonly at: string;
  readonly by: string;
  readonly words: readonly string[];
}

/** What happened to a version, in its order. */
export function timelineOf(
  life: RulebookLife,
  activation: Activation | null,
  text: Texts,
): readonly TimelineStep[] {
  const { steps, minutes, from } = text.ruleChanges.version;
  const { proposed, approved, returned } = life;
  const step = (
    what: string,
    { by, at }: Pick<Deed, 'by' | 'at'>,
    words: readonly string[],
  ): TimelineStep => ({
    what,
    by,
    at: text.formats.instant(at),
    words,
  });
  const activeOn = approved?.activeOn ?? null;
  const ended = activation?.to ?? null;
  return [
    ...(proposed === null
      ? [step(steps.loaded, { by: '', at: life.createdAt }, [])]
      : [step(steps.proposed, proposed, [proposed.reason])]),
    ...(returned === null ? [] : [step(steps.returned, returned, [returned.reason])]),
    ...(approved === null
      ? []
      : [
          step(steps.approved, approved, [
            minutes(approved.minutes),
            ...(activeOn === null ? [] : [from(text.formats.date(activeOn))]),
          ]),
        ]),
    ...(activation === null ? [] : [step(steps.inForce, { by: '', at: activation.from }, [])]),
    ...(ended === null ? [] : [step(steps.ended, { by: '', at: ended }, [])]),
  ];
}
