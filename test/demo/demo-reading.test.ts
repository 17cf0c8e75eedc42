import { readdirSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { domainNamed, entriesOf, type DemoRisk, type DemoUnit } from '../../data/demo/demo-bureau.ts';
import { readDemoBureau } from '../../data/demo/demo-bureau-reader.ts';
import { readFileBytes } from '../../src/intake/file-reader.ts';
import { noticeScales } from '../../src/intake/notice-scales-service.ts';
import type { ReadFile, ReadForm, ReadRisk } from '../../src/intake/read-form.ts';

const FILES = `${import.meta.dirname}/../../data/demo/files`;
const STEPS = {
  高: 'high',
  较高: 'fairly-high',
  较小: 'small',
  严重: 'serious',
  较为严重: 'fairly-serious',
  一般: 'limited',
} as const;
const GRADES = { 一级: 1, 二级: 2, 三级: 3 } as const;

interface Said {
  readonly unit: string | null;
  readonly name: string | null;
  readonly post: string | null;
  readonly duties: string | null;
  readonly risks: readonly unknown[];
}

function saidIn(form: ReadForm, risk: (risk: ReadRisk) => unknown): Said {
  const { unit, name, post, duties, risks } = form;
  return {
    ...{ unit: unit?.value ?? null, name: name?.value ?? null, post: post?.value ?? null },
    ...{ duties: duties?.value ?? null, risks: risks.map(risk) },
  };
}

function meant(unit: DemoUnit, risk: (risk: DemoRisk) => unknown): readonly Said[] {
  return entriesOf(unit).map(({ name, post, duties, risks }) => ({
    ...{ unit: unit.unit, name, post, duties, risks: risks.map(risk) },
  }));
}

/** In whatever order the files and the forms in them come. */
function sorted(forms: readonly Said[]): readonly Said[] {
  return forms.toSorted((one, other) => ((one.name ?? '') < (other.name ?? '') ? -1 : 1));
}

describe('reading the files of the demo bureau', () => {
  const bureau = readDemoBureau();
  const files: ReadFile[] = [];

  before(async () => {
    for (const name of readdirSync(FILES)) {
      files.push(await readFileBytes(readFileSync(`${FILES}/${name}`), name, noticeScales()));
    }
  });

  function papersOf({ unit }: DemoUnit): readonly ReadForm[] {
    return files.filter(({ file }) => file.startsWith(`${unit}-`)).flatMap(({ forms }) => forms);
  }

  for (const unit of bureau) {
    it(`finds in the papers of ${unit.unit} every form, risk point, measure and declared grade`, () => {
      const read = papersOf(unit).map((form) =>
        saidIn(form, ({ text, measure, grade }) => [
          text.value,
          measure?.value ?? null,
          grade?.value ?? null,
        ]),
      );
      const expected = meant(unit, ({ text, measure, declaredGrade }) => {
        const isDeclared = declaredGrade !== null && unit.paper !== 'annex1';
        return [text, measure, isDeclared ? GRADES[declaredGrade] : null];
      });
      expect(sorted(read)).to.deep.equal(sorted(expected));
    });

    it(`finds when ${unit.unit} filled them in`, () => {
      const dates = papersOf(unit).map(({ filledOn }) => filledOn?.value ?? null);
      expect([...new Set(dates)]).to.deep.equal([unit.filledOn]);
    });
  }

  it('finds in the registers every assessment and accepted domain', () => {
    const registers = files.filter(({ file }) => file.endsWith('.csv')).flatMap(({ forms }) => forms);
    const read = registers.map((form) =>
      saidIn(form, ({ text, measure, probability, harm, domains }) => [
        ...[text.value, measure?.value ?? null],
        ...[probability?.value.step ?? null, harm?.value.step ?? null, domains?.value ?? []],
      ]),
    );
    const expected = bureau.flatMap((unit) =>
      meant(unit, ({ text, measure, probability, harm, domains }) => [
        ...[text, measure],
        ...[probability && STEPS[probability], harm && STEPS[harm], domains.map(domainNamed)],
      ]),
    );
    expect(sorted(read)).to.deep.equal(sorted(expected));
  });

  it('finds nothing wrong with them', () => {
    const findings = files.flatMap(({ file, findings: found }) =>
      found.map(({ severity, code }) => `${file}: ${severity} ${code}`),
    );
    expect(findings).to.deep.equal([]);
  });
});
