import type { Question } from '#domain/question.ts';
import type { Given, QuestionKey } from './ground.ts';

/** What the sample's case tries to settle. */
export const questions: Record<QuestionKey, Given<Question>> = {
  russianDead: {
    text: 'How many Russian fighters were killed?',
    counted: 'killed',
    whom: 'Russian fighters',
    scope: 'The whole attack, 25 to 27 July 2024',
    order: 1,
  },
  malianDead: {
    text: 'How many Malian soldiers were killed?',
    counted: 'killed',
    whom: 'Malian soldiers',
    scope: 'The whole attack, 25 to 27 July 2024',
    order: 2,
  },
  jnim: { text: 'Did JNIM take part in the attack?', whom: '', scope: '', order: 3 },
  blogger: { text: 'Is the man in the photo the military blogger?', whom: '', scope: '', order: 4 },
  course: { text: 'How did the attack run?', whom: '', scope: '', order: 5 },
};
