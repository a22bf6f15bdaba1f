import type { Exhibit } from '#domain/evidence/exhibit.ts';
import { postText } from '#domain/evidence/kinds/telegram.ts';
import { type Excerpt, quoteOf } from '#domain/excerpt.ts';
import { type Id, newId } from '#domain/id.ts';
import { jsonSchema } from '#domain/json.ts';
import { noteDocumentSchema } from '#domain/note/document.ts';
import { citations, countNote } from '#domain/note/walk.ts';
import { revisionOf } from '#domain/note.ts';
import type { TableName } from '#domain/tables.ts';
import { assessments } from '#sample/assessments.ts';
import { claims } from '#sample/claims.ts';
import { derivations } from '#sample/derivations.ts';
import drawing from '#sample/drawing-not-a-photograph.png?url';
import { exhibits } from '#sample/exhibits.ts';
import type { Ground, PartKey, Picture } from '#sample/ground.ts';
import { inquiries } from '#sample/inquiries.ts';
import { links } from '#sample/links.ts';
import { notes } from '#sample/notes.ts';
import { questions } from '#sample/questions.ts';
import { sources } from '#sample/sources.ts';
import { tags } from '#sample/tags.ts';
import { tinzaouaten } from '#sample/tinzaouaten.ts';
import { storeAsset } from '#store/assets.ts';
import { makeCase } from '#store/cases.ts';
import { write } from '#store/change.ts';
import { identityOf } from '#store/identity.ts';
import type { Changing, Making } from '#store/writing.ts';

/** Sets the sample case out as a new case, with ids of its own each time, and gives its id. Nothing of it is on the way back. */
export async function openSample(): Promise<Id> {
  const response = await fetch(drawing);
  if (!response.ok) throw new Error(`The sample's picture could not be read: ${response.status}.`);
  return setOutSample(await response.blob());
}

/** Sets the sample case out with the bytes of its drawn picture (PNG). */
export async function setOutSample(drawn: Blob): Promise<Id> {
  const picture = await storeAsset(drawn, 'image/png');
  const caseId = await makeCase(tinzaouaten);
  const { person } = await identityOf(caseId);
  await write(caseId, 'sample.open', (c) => new SettingOut(c, picture, caseId, person).all());
  return caseId;
}

class SettingOut implements Ground {
  readonly #c: Changing;
  readonly #case: Id;
  readonly #person: Id;
  readonly picture: Picture;
  readonly #ids = new Map<string, Id>();
  readonly #exhibits = new Map<string, Exhibit>();

  constructor(c: Changing, picture: Picture, caseId: Id, person: Id) {
    this.#c = c;
    this.picture = picture;
    this.#case = caseId;
    this.#person = person;
  }

  readonly source = (key: string): Id => this.#id('sources', key);
  readonly tag = (key: string): Id => this.#id('tags', key);
  readonly exhibit = (key: string): Id => this.#id('exhibits', key);
  readonly question = (key: string): Id => this.#id('questions', key);
  readonly claim = (key: string): Id => this.#id('claims', key);
  readonly note = (key: string): Id => this.#id('notes', key);

  part(key: PartKey): Id {
    const id = this.#ids.get(`part ${key}`) ?? newId();
    this.#ids.set(`part ${key}`, id);
    return id;
  }

  quote(key: string, exact: string, translation?: PartKey): Excerpt {
    const exhibit = this.#exhibits.get(key);
    const on = translation === undefined ? 'verbatim' : this.part(translation);
    const text = exhibit && textOn(exhibit, on);
    const at = text?.indexOf(exact) ?? -1;
    if (text === undefined || at < 0) throw new Error(`The sample quotes what ${key} does not say: ${exact}`);
    return { type: 'text', on, ...quoteOf(text, at, at + exact.length) };
  }

  /** Sets everything out, each after what it points at. Notes come twice: claims say which note they were made from, and notes cite claims. */
  async all(): Promise<void> {
    for (const [key, fields] of Object.entries(sources)) await this.#make('sources', key, fields);
    for (const [key, fields] of Object.entries(tags)) await this.#make('tags', key, fields);
    for (const [key, fields] of Object.entries(exhibits)) {
      this.#exhibits.set(key, await this.#make('exhibits', key, fields(this)));
    }
    for (const fields of derivations) await this.#c.make('derivations', fields(this));
    for (const [key, fields] of Object.entries(questions)) await this.#make('questions', key, fields);
    for (const [order, [key, { title }]] of Object.entries(notes).entries()) {
      await this.#make('notes', key, { title, revision: unwritten, cites: [], words: 0, order: order + 1 });
    }
    for (const [key, fields] of Object.entries(claims)) await this.#make('claims', key, fields(this));
    for (const fields of links) await this.#c.make('links', fields(this));
    for (const fields of assessments) await this.#c.make('assessments', fields(this));
    for (const fields of inquiries) await this.#c.make('inquiries', fields(this));
    for (const key of Object.keys(notes)) await this.#writeNote(key);
  }

  async #make<T extends TableName>(table: T, key: string, fields: Making<T> & object) {
    const record = await this.#c.make(table, fields);
    this.#ids.set(`${table} ${key}`, record.id);
    return record;
  }

  async #writeNote(key: string): Promise<void> {
    const note = this.note(key);
    const text = Object.entries(notes)
      .find(([name]) => name === key)?.[1]
      .text(this);
    const document = noteDocumentSchema.parse(text);
    const revision = revisionOf({
      case: this.#case,
      note,
      parents: [],
      at: new Date().toISOString(),
      by: this.#person,
      document: jsonSchema.parse(document),
    });
    await this.#c.revise(revision);
    const cites = [...new Set(citations(document).map(({ citation }) => citation.target))];
    await this.#c.edit('notes', note, (record) => ({
      ...record,
      revision: revision.hash,
      cites,
      words: countNote(document).words,
    }));
  }

  #id(table: TableName, key: string): Id {
    const id = this.#ids.get(`${table} ${key}`);
    if (id === undefined) throw new Error(`The sample points at ${table} ${key} before it is set out.`);
    return id;
  }
}

/** What a note's record says until, within the same change, its text is written. */
const unwritten = '0'.repeat(64);

function textOn(exhibit: Exhibit, on: string): string | undefined {
  if (exhibit.kind === 'video' || exhibit.kind === 'photo') return undefined;
  if (on !== 'verbatim') return exhibit.body.translations[on]?.text;
  return exhibit.kind === 'telegram' ? postText(exhibit.body.text) : exhibit.body.verbatim;
}
