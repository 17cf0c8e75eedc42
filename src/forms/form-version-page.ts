import type { Texts } from '../language/texts.ts';
import type { FormDetail, FormVersion } from './form-detail.ts';
import { formPath } from './paths.ts';

export interface VersionRow {
  readonly version: string;
  readonly kind: string;
  readonly filledOn: string;
  readonly filedAt: string;
  readonly actor: string;
  readonly file: string;
  readonly risks: string;
  /** What it changed of the version before; `null` for the first. */
  readonly compare: { readonly href: string; readonly label: string } | null;
}

/** A version as a line of the list of them. */
export function versionRow(version: FormVersion, { id, versions }: FormDetail, text: Texts): VersionRow {
  const { list, form } = text.forms;
  const { count, date, instant } = text.formats;
  const before = versions[versions.indexOf(version) + 1];
  const number = count(version.version);
  return {
    version: text.forms.form.version(number),
    kind: form.kinds[version.kind],
    filledOn: version.filledOn === null ? list.missing : date(version.filledOn),
    filedAt: instant(version.filedAt),
    actor: version.actor === null ? list.missing : text.audit.actorName(version.actor),
    file: version.file ?? list.missing,
    risks: count(version.risks.length),
    compare:
      before === undefined
        ? null
        : {
            href: formPath(id, { before: before.version, after: version.version }),
            label: form.compareLabel(count(before.version), number),
          },
  };
}
