import type { Campaign } from '../campaigns/campaign.ts';
import type { FormOwner } from '../forms/paper.ts';
import type { OrgUnit } from '../organisation/org-unit.ts';
import { reaches, type Reach } from '../organisation/reach.ts';
import { postNames } from '../organisation/post-names.ts';
import type { Roster } from '../organisation/roster-service.ts';
import { confidentialPost, nameUndecided, ownerUnknown, unitOutOfReach } from './import-finding.ts';
import type { ImportTally } from './import-report.ts';
import type { ReadFile, ReadForm } from './read-form.ts';

/** Where an import's forms go, and what counts what happened to them. */
export interface ImportScene {
  readonly bureau: OrgUnit;
  readonly campaign: Campaign;
  readonly roster: Roster;
  readonly reach: Reach;
  readonly tally: ImportTally;
}

/**
 * Finds or makes the unit, posts and holdings a form speaks of. `null`, with a finding, when the form does not
 * say whose it is, or when a post is confidential: its texts never come in here (domain: confidential, 涉密).
 */
export async function ownerOf(form: ReadForm, file: ReadFile, scene: ImportScene): Promise<FormOwner | null> {
  const { unit: unitName, name, post: postName } = form;
  if (unitName === null || (!form.ownedByUnit && (name === null || postName === null))) {
    scene.tally.find(file, ownerUnknown(form));
    return null;
  }
  const undecided = scene.roster.undecided.length;
  const unit = await scene.roster.unit(scene.bureau, unitName.value);
  if (!reaches(scene.reach, unit.path)) {
    scene.tally.find(file, unitOutOfReach(form, unitName.value));
    return null;
  }
  const owner = { campaignId: scene.campaign.id, unit };
  const postIds: number[] = [];
  const holdingIds: number[] = [];
  const posts = form.ownedByUnit || name === null || postName === null ? [] : postNames(postName.value);
  for (const written of posts) {
    const post = await scene.roster.post(unit, written, form.duties?.value ?? null);
    if (post.isConfidential) {
      scene.tally.find(file, confidentialPost(form, written));
      return null;
    }
    postIds.push(post.id);
    holdingIds.push(await scene.roster.holding(post, name?.value ?? ''));
  }
  for (const missing of scene.roster.undecided.slice(undecided)) {
    scene.tally.find(file, nameUndecided(form, missing));
  }
  return { ...owner, postIds, holdingIds };
}
