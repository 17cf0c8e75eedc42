import type { OperationalError } from '../platform/errors.ts';
import type { DraftTextFault } from './draft-text.ts';

/** Why a text cannot be kept, in the reader's language. */
export function sayFault(fault: DraftTextFault): OperationalError['say'] {
  return ({ workbench: { textFaults } }) => {
    switch (fault.fault) {
      case 'too-long':
        return textFaults['too-long'](fault.limit);
      case 'not-json':
        return textFaults['not-json'](fault.line);
      case 'not-object':
        return textFaults['not-object']();
      case 'other-rulebook':
        return textFaults['other-rulebook'](fault.kind, fault.name);
    }
  };
}
