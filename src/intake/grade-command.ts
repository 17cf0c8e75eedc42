import type { Command } from 'commander';
import { COMMAND_LINE } from '../audit/audit-service.ts';
import { yearOf } from '../platform/command-options.ts';
import { risksInFile } from './file-facts.ts';
import { readInputFiles } from './read-files-service.ts';
import { fileReport, reportLines } from './read-report.ts';
import { hasReadErrors } from './import-report.ts';
import type { ReadFile, ReadForm, ReadRisk } from './read-form.ts';
import { commandLine } from '../language/zh/command-line.ts';
import { formats } from '../language/zh/formats.ts';
import { terms } from '../language/zh/terms.ts';
import { EVERYWHERE } from '../organisation/reach.ts';
import { commandOf, type CommandContext, type CommonOptions } from '../platform/command-context.ts';
import { OperationalError } from '../platform/errors.ts';
import { EXIT } from '../platform/exit-status.ts';
import type { RegradeService } from '../risk-points/regrade-service.ts';
import { declaredFacts } from '../rulebooks/rulebook-facts.ts';
import { readGradingRulebook } from '../rulebooks/rulebook-option-service.ts';
import type { Grade, GradingRulebook } from '../rulebooks/rulebook.ts';
import type { RulebookService } from '../rulebooks/rulebook-service.ts';
import type { PointFacts } from '../grading/case.ts';
import { countsOf, fileGrader } from '../grading/grade-file.ts';

interface Services {
  readonly rulebooks: RulebookService;
  readonly regrade: RegradeService;
}

interface GradeOptions extends CommonOptions {
  readonly rulebook?: string;
  readonly year?: number;
}

const words = commandLine.grade;

/** `grade FILE --rulebook R` grades a file without a database; `grade --year Y` judges what is in the database. */
export function gradeCommand(context: CommandContext<Services>): Command {
  return commandOf('grade', words.description)
    .argument('[file]', words.file)
    .option('--rulebook <rulebook>', words.rulebook)
    .option('--year <year>', commandLine.options.year, yearOf)
    .action(async (file: string | undefined, options: GradeOptions) => {
      if (file !== undefined && options.rulebook !== undefined && options.year === undefined) {
        await gradeFile(context, file, options.rulebook, options);
      } else if (file === undefined && options.rulebook === undefined && options.year !== undefined) {
        await gradeYear(context, options.year, options);
      } else {
        throw new OperationalError('invalid', 'usage', (text) => text.commands.gradeUsage());
      }
    });
}

async function gradeFile(
  context: CommandContext<Services>,
  file: string,
  named: string,
  options: GradeOptions,
): Promise<void> {
  const open = (): ReturnType<typeof context.openExisting> => context.openExisting(options.database);
  const { rulebook, version, digest } = await readGradingRulebook(named, open);
  const [input] = await readInputFiles([file], { ...rulebook.scales, facts: declaredFacts(rulebook) });
  if (input === undefined) return;
  const points = await gradedRisks(input.read, rulebook);
  if (options.json) {
    const { findings } = fileReport(input.read);
    const head = { name: rulebook.name, version, digest };
    context.output.json({ rulebook: head, counts: countsOf(points), points, findings });
  } else {
    for (const line of reportLines([input.read])) context.output.error(line);
    for (const point of points) context.output.text(lineOf(point, rulebook));
  }
  if (hasReadErrors([input.read])) context.exitWith(EXIT.refused);
}

async function gradeYear(
  context: CommandContext<Services>,
  year: number,
  options: GradeOptions,
): Promise<void> {
  const services = await context.openExisting(options.database);
  const result = await services.regrade
    .regrade(year, EVERYWHERE, COMMAND_LINE)
    .finally(() => services.close());
  const { labels, ...document } = result;
  if (options.json) {
    context.output.json(document);
    return;
  }
  const { changed, counts, points, rulebook } = result;
  const name = `${rulebook.name}@${rulebook.version}`;
  context.output.text(
    words.regraded(name, points, result.cases, changed) +
      words.counts([labels[1].zh, labels[2].zh, labels[3].zh], counts),
  );
}

interface RiskOnPaper {
  readonly unit: string | null;
  readonly name: string | null;
  readonly post: string | null;
  readonly text: string;
  readonly probability: string | null;
  readonly harm: string | null;
}

interface GradedRisk extends RiskOnPaper {
  /** The facts that the rulebook declares, as far as they are known. */
  readonly facts?: PointFacts['own'];
  readonly grade: Grade | null;
  readonly because: readonly { readonly rule: string; readonly clause: string; readonly reference: string }[];
}

async function gradedRisks(file: ReadFile, rulebook: GradingRulebook): Promise<readonly GradedRisk[]> {
  const declared = declaredFacts(rulebook);
  const judge = fileGrader(rulebook);
  const graded: GradedRisk[] = [];
  for (const { form, risk, facts } of risksInFile(file.forms, declared)) {
    const { grade, because } = await judge(facts);
    const reasons = because.map(({ rule, clause, reference }) => ({ rule, clause, reference: reference.zh }));
    const own = declared.length === 0 ? {} : { facts: facts.own };
    graded.push({ ...onPaper(form, risk), ...own, grade, because: reasons });
  }
  return graded;
}

function onPaper(form: ReadForm, risk: ReadRisk): RiskOnPaper {
  return {
    unit: form.unit?.value ?? null,
    name: form.name?.value ?? null,
    post: form.post?.value ?? null,
    text: risk.text.value,
    probability: risk.probability?.value.step ?? null,
    harm: risk.harm?.value.step ?? null,
  };
}

function lineOf({ unit, name, text, grade, because }: GradedRisk, { grades }: GradingRulebook): string {
  const reasons = formats.list(because.map(({ rule, reference }) => words.reason(rule, reference)));
  return [grade === null ? terms.unassessed : grades[grade].zh, unit, name, text, reasons].join('\t');
}
