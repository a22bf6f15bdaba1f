import { z } from 'zod';
import { assessmentSchema } from './assessment.ts';
import { caseSchema, deviceSchema, personSchema } from './case.ts';
import { claimSchema } from './claim.ts';
import { derivationSchema } from './derivation.ts';
import { type Exhibit, exhibitSchema } from './evidence/exhibit.ts';
import { importSchema } from './import.ts';
import { inquirySchema } from './inquiry.ts';
import { linkSchema } from './link.ts';
import { noteSchema } from './note.ts';
import { questionSchema } from './question.ts';
import { sourceSchema } from './source.ts';
import { tagSchema } from './tag.ts';

/** Every kind of record of a case and its schema: the gate for what comes from outside, and how its fields merge. */
export const schemas = {
  cases: caseSchema,
  people: personSchema,
  devices: deviceSchema,
  sources: sourceSchema,
  tags: tagSchema,
  exhibits: exhibitSchema,
  derivations: derivationSchema,
  questions: questionSchema,
  claims: claimSchema,
  links: linkSchema,
  assessments: assessmentSchema,
  inquiries: inquirySchema,
  notes: noteSchema,
  imports: importSchema,
};
export type TableName = keyof typeof schemas;
export type RecordOf = { [T in TableName]: T extends 'exhibits' ? Exhibit : z.infer<(typeof schemas)[T]> };
export const tableNames = z.enum([
  'cases',
  'people',
  'devices',
  'sources',
  'tags',
  'exhibits',
  'derivations',
  'questions',
  'claims',
  'links',
  'assessments',
  'inquiries',
  'notes',
  'imports',
]).options satisfies TableName[];
