import type { Locale } from '@/locales/types';
import type zh from './zh';

const en: Locale<typeof zh> = {
  newTitle: 'Record a risk point',
  editTitle: 'Revise the risk point',
  record: 'Record',
  recorded: 'The risk point was recorded',
  recordedWithGrade: 'Recorded; proposed grade {{grade}} ({{rule}}, clause {{clause}})',
  revised: 'The risk point was revised',
  part: {
    ground: 'Where it stands',
    content: 'What it is',
    assessment: 'Proposed grade',
    people: 'Exposed and answerable',
  },
  groundHint:
    'A risk point stands on a step, a power, a post or a person. Choose the step where there is one.',
  written: '{{owner}} as written',
  writtenHint: 'Where it is a post, a department or several people and not one person',
  personHint: 'Only for the personal form (form 3)',
  stepHint: 'Choose the power first',
  stepPlaceholder: 'Choose a step',
  noProcess: 'The power has no process yet',
  titlePlaceholder: 'In one sentence: who could abuse the power, where and how',
  assessmentHint:
    'The proposed grade follows from this by the rule in force; it is shown with its clause after saving.',
  gradeElsewhere:
    'Grades are not changed here; propose or decide them on the page of the risk point:',
  reason: 'Note on the proposal',
  likelihood: {
    n1: 'hardly ever',
    n2: 'unlikely',
    n3: 'possible',
    n4: 'likely',
    n5: 'almost sure',
  },
  severity: {
    n1: 'slight; mended within the department',
    n2: 'light; single matters suffer',
    n3: 'medium; people or the management suffer',
    n4: 'serious; considerable loss or harm',
    n5: 'grave; heavy loss or scandal',
  },
};
export default en;
