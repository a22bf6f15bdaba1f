import { Component, type ReactNode } from 'react';
import { Button } from './Button.tsx';
import { CopyDetails } from './CopyDetails.tsx';
import styles from './FailureScreen.module.css';

export interface FailureWords {
  /** What happened, in a few words. */
  readonly title: string;
  /** What was kept and what to do, in a sentence or two. */
  readonly text: string;
  readonly detailsLabel: string;
  readonly copyLabel: string;
  readonly copiedLabel: string;
  /** The words of the button that shows the view again. */
  readonly againLabel: string;
}

export interface FailureScreenProps {
  /** Asked for only when something failed. */
  readonly words: () => FailureWords;
  readonly children: ReactNode;
}

interface FailureScreenState {
  readonly failure: { readonly error: Error } | null;
}

/** Shows its children until a bug in one of them reaches it, then what happened, with details to copy. */
export class FailureScreen extends Component<FailureScreenProps, FailureScreenState> {
  override state: FailureScreenState = { failure: null };

  static getDerivedStateFromError(thrown: unknown): FailureScreenState {
    return { failure: { error: thrown instanceof Error ? thrown : new Error(String(thrown)) } };
  }

  override render() {
    const { failure } = this.state;
    if (!failure) return this.props.children;
    const { title, text, againLabel, ...labels } = this.props.words();
    return (
      <main className={styles.screen}>
        <h1 role="alert" className={styles.title}>
          {title}
        </h1>
        <p className={styles.text}>{text}</p>
        <CopyDetails error={failure.error} {...labels} />
        <Button onPress={() => this.setState({ failure: null })}>{againLabel}</Button>
      </main>
    );
  }
}
