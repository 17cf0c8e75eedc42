import type { ApprovalService } from './approval-service.ts';
import type { EffectService } from './effect/effect-service.ts';
import type { ProposalService } from './proposal-service.ts';
import type { RulebookListService } from './rulebook-list-service.ts';

/** What the pages of a rulebook's life ask. */
export interface LifecycleServices {
  readonly proposals: ProposalService;
  readonly approvals: ApprovalService;
  readonly rulebookList: RulebookListService;
  readonly effects: EffectService;
}
