import { sentence, type SentencePart } from '../../language/sentence.ts';
import type { Texts } from '../../language/texts.ts';
import type { PageModel } from '../../web/page.ts';
import { powerPaths } from './paths.ts';
import type { PowerImportResult } from './power-import-service.ts';

export interface PowerPreviewPage extends PageModel {
  readonly finding: readonly SentencePart[];
  readonly sub: string;
  readonly listHref: string;
  readonly findings: readonly FindingLine[];
  readonly opened: PreviewList;
  readonly closed: PreviewList;
  /** What is sent back to be written; `null` where nothing can or need be. */
  readonly commit: { readonly action: string; readonly payload: string; readonly replaces: string } | null;
}

export interface FindingLine {
  readonly place: string;
  readonly value: string;
  readonly message: string;
  readonly fix: string;
}

export interface PreviewList {
  readonly lines: readonly { readonly unit: string; readonly name: string; readonly domain: string }[];
  readonly more: string | null;
}

const SHOWN = 100;

/** What a list would change, or what is wrong with it, before anything is written. */
export function powerPreviewPage(
  result: PowerImportResult,
  file: string,
  payload: string,
  scope: { readonly written: string; readonly words: string },
  text: Texts,
): PowerPreviewPage {
  const { preview } = text.powers;
  const { count } = text.formats;
  const { findings, opened, closed, unchanged, units } = result;
  const isSame = opened.length + closed.length === 0;
  const isRefused = findings.length > 0;
  const template = isRefused ? preview.refused : isSame ? preview.nothingNew : preview.ready;
  return {
    title: preview.title,
    finding: sentence(template, {
      findings: { text: count(findings.length), isStrong: true },
      opened: { text: count(opened.length), isStrong: true },
      closed: { text: count(closed.length), isStrong: true },
      unchanged: { text: count(unchanged) },
    }),
    sub: isRefused
      ? preview.refusedSub
      : text.formats.sentences([preview.readySub(file), preview.replaces(scope.words)]),
    listHref: powerPaths.list,
    findings: findings.map(({ position, value, say }) => ({
      place: text.formats.place(position) || text.powers.missing,
      value: value ?? text.powers.missing,
      ...say(text),
    })),
    opened: previewList(
      opened.map(({ unitId, name, domain }) => ({ unit: units.get(unitId) ?? '', name, domain })),
      text,
    ),
    closed: previewList(closed, text),
    commit: isRefused || isSame ? null : { action: powerPaths.commit, payload, replaces: scope.written },
  };
}

function previewList(
  powers: readonly Pick<PowerImportResult['closed'][number], 'unit' | 'name' | 'domain'>[],
  text: Texts,
): PreviewList {
  const { missing, preview } = text.powers;
  return {
    lines: powers.slice(0, SHOWN).map(({ unit, name, domain }) => ({
      unit,
      name,
      domain: domain === null ? missing : text.terms.keyDomains[domain],
    })),
    more: powers.length > SHOWN ? preview.more(text.formats.count(powers.length - SHOWN)) : null,
  };
}
