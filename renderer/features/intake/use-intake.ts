import { createContext, useCallback, useContext, useMemo, useRef, useState } from 'react';
import type { Id } from '#domain/id.ts';
import type { Choice } from '#domain/intake/importer.ts';
import { useOpenCase } from '#store/use-case.ts';
import { type ActionState, useAction } from '#ui/use-action.ts';
import type { ChatPlace } from './chat/chat-protocol.ts';
import type { GivenFile } from './dropped-files.ts';
import { Intake } from './intake.ts';
import type { Chosen, Found, Surveyed } from './intake-protocol.ts';
import { type Given, type Taken, takeIn } from './take-in.ts';

/** Where an intake stands. What was found waits for the person; nothing is written before they say so. */
export type Standing =
  | { readonly is: 'empty' }
  | ({ readonly is: 'found' } & Surveyed)
  | { readonly is: 'taken'; readonly taken: Taken };

/** What the person chose of each find, by its `n`; finds that are not named are left. */
export type Choices = ReadonlyMap<number, Choice>;

export interface IntakeState {
  readonly standing: Standing;
  readonly doing: 'survey' | 'take-in' | 'write';
  readonly action: ActionState;
  readonly survey: (files: Promise<readonly GivenFile[]>) => void;
  readonly take: (chosen: readonly Chosen[], given: Given) => void;
  /** Where a chat that was found is, to be browsed. */
  readonly chatPlace: (found: Found, part: string) => ChatPlace;
  /** Lets the files go; what was taken in stays. */
  readonly clear: () => void;
}

const EMPTY: Standing = { is: 'empty' };

/**
 * The intake of one case. Held by the frame, so that going to another view neither stops it nor loses what was found.
 */
export function useIntakeState(caseId: Id): IntakeState {
  const opened = useOpenCase();
  const [standing, setStanding] = useState<Standing>(EMPTY);
  const [doing, setDoing] = useState<IntakeState['doing']>('survey');
  const intake = useRef<Intake | null>(null);
  const given = useRef<readonly GivenFile[]>([]);

  const end = useCallback(() => {
    intake.current?.end();
    intake.current = null;
  }, []);

  const [run, action] = useAction(async (tools, next: Step) => {
    // Subtle: a cancelled step took its worker with it; the next one needs a new one, which must see the files again.
    const fresh = async () => {
      end();
      const own = new Intake();
      const surveyed = await own.survey(given.current, tools);
      intake.current = own;
      return { own, surveyed };
    };
    try {
      if (next.do === 'survey') {
        const files = await next.files;
        if (files.length === 0) return;
        given.current = files;
        setStanding(EMPTY);
        const { found } = (await fresh()).surveyed;
        return setStanding({ is: 'found', found });
      }
      const own = intake.current ?? (await fresh()).own;
      const read = await own.read(next.chosen, tools);
      const batches = read.flatMap((one) => {
        const found = next.found.find(({ n }) => n === one.n);
        return found ? [{ found, read: one }] : [];
      });
      tools.signal.throwIfAborted();
      setDoing('write');
      const taken = await takeIn(caseId, opened.state, batches, next.given, tools.signal);
      end();
      setStanding({ is: 'taken', taken });
    } catch (error) {
      end();
      throw error;
    }
  });

  const survey = useCallback(
    (files: Promise<readonly GivenFile[]>) => {
      setDoing('survey');
      void run({ do: 'survey', files });
    },
    [run],
  );
  const take = useCallback(
    (chosen: readonly Chosen[], given: Given) => {
      if (standing.is !== 'found') return;
      const { found } = standing;
      setDoing('take-in');
      void run({ do: 'take-in', chosen, given, found });
    },
    [run, standing],
  );
  const clear = useCallback(() => {
    action.cancel();
    end();
    setStanding(EMPTY);
  }, [action, end]);
  const chatPlace = useCallback(
    ({ main, importer }: Found, part: string): ChatPlace => ({ files: given.current, main, importer, part }),
    [],
  );
  return useMemo(
    () => ({ standing, doing, action, survey, take, chatPlace, clear }),
    [standing, doing, action, survey, take, chatPlace, clear],
  );
}

type Step =
  | { readonly do: 'survey'; readonly files: Promise<readonly GivenFile[]> }
  | {
      readonly do: 'take-in';
      readonly chosen: readonly Chosen[];
      readonly given: Given;
      readonly found: readonly Found[];
    };

export const IntakeContext = createContext<IntakeState | null>(null);

/** The intake of the case. Only for views inside its frame. */
export function useIntake(): IntakeState {
  const intake = useContext(IntakeContext);
  if (!intake) throw new Error('This view stands outside the frame of a case.');
  return intake;
}
