import type { Queryable } from '../../platform/database.ts';
import type { PointDomain } from '../../risk-points/risk-point.ts';
import type { SuggestedSubject } from './domain-effect.ts';

interface SubjectRow {
  readonly id: number;
  readonly text: string;
  readonly unitPath: string;
  readonly unit: string;
  readonly post: string | null;
}

interface DomainRow extends Omit<PointDomain, 'isMain' | 'state'> {
  readonly id: number;
  readonly isMain: number;
  readonly state: PointDomain['state'] | 'confirmed';
}

/** The standing points of a campaign with their words and domains, in the order of their units. */
export async function pointSubjects(
  from: Queryable,
  campaignId: number,
): Promise<readonly SuggestedSubject[]> {
  const rows = (await from('risk_point_state')
    .join('risk_point_revision', 'risk_point_revision.id', 'risk_point_state.revision_id')
    .join('org_unit', 'org_unit.id', 'risk_point_state.unit_id')
    .leftJoin('post', 'post.id', 'risk_point_state.post_id')
    .where({ 'risk_point_state.campaign_id': campaignId, 'risk_point_state.is_withdrawn': 0 })
    .orderBy(['org_unit.path', 'risk_point_state.risk_point_id'])
    .select({
      id: 'risk_point_state.risk_point_id',
      text: 'risk_point_revision.text',
      unitPath: 'org_unit.path',
      unit: 'org_unit.name',
      post: 'post.name',
    })) as SubjectRow[];
  const domains = (await from('risk_point_state')
    .join('risk_point_domain', 'risk_point_domain.risk_point_id', 'risk_point_state.risk_point_id')
    .where({ 'risk_point_state.campaign_id': campaignId, 'risk_point_state.is_withdrawn': 0 })
    .select({
      id: 'risk_point_domain.risk_point_id',
      domain: 'risk_point_domain.domain',
      state: 'risk_point_domain.state',
      isMain: 'risk_point_domain.is_main',
      evidence: 'risk_point_domain.evidence',
    })) as DomainRow[];
  return subjectsOf('risk-point', rows, domains);
}

/** The posts under a path with the duties that stand on file; what is confidential (涉密) has none. */
export async function postSubjects(from: Queryable, path: string): Promise<readonly SuggestedSubject[]> {
  const posts = from('post')
    .join('org_unit', 'org_unit.id', 'post.unit_id')
    .whereLike('org_unit.path', `${path}%`)
    .whereNull('post.active_to')
    .where('post.is_confidential', 0)
    .whereNotNull('post.duties');
  const rows = (await posts.clone().orderBy(['org_unit.path', 'post.id']).select({
    id: 'post.id',
    text: 'post.duties',
    unitPath: 'org_unit.path',
    unit: 'org_unit.name',
    post: 'post.name',
  })) as SubjectRow[];
  const domains = (await posts.clone().join('post_domain', 'post_domain.post_id', 'post.id').select(
    {
      id: 'post.id',
      domain: 'post_domain.domain',
      state: 'post_domain.state',
      evidence: 'post_domain.evidence',
    },
    from.raw('0 as "isMain"'),
  )) as DomainRow[];
  return subjectsOf('post', rows, domains);
}

function subjectsOf(
  kind: SuggestedSubject['kind'],
  rows: readonly SubjectRow[],
  domains: readonly DomainRow[],
): readonly SuggestedSubject[] {
  const bySubject = new Map<number, PointDomain[]>();
  for (const { id, isMain, state, ...domain } of domains) {
    const known = bySubject.get(id) ?? [];
    // A confirmed domain of a post is what an accepted one of a point is.
    known.push({ ...domain, state: state === 'confirmed' ? 'accepted' : state, isMain: isMain === 1 });
    bySubject.set(id, known);
  }
  return rows.map((row) => ({ ...row, kind, domains: bySubject.get(row.id) ?? [] }));
}
