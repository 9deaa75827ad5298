import { Component, type ReactNode } from "react";
import { Notice } from "./notice.tsx";

interface FailureBoundaryProps {
  readonly children: ReactNode;
}

/**
 * Shows a notice instead of a blank page when a view throws while it is drawn.
 * A class, because React offers this to classes only.
 */
export class FailureBoundary extends Component<FailureBoundaryProps, { error: unknown }> {
  override state = { error: undefined };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render(): ReactNode {
    const error: unknown = this.state.error;
    if (error === undefined) {
      return this.props.children;
    }
    return (
      <Notice
        icon="warning"
        tone="failure"
        title="This view failed"
        actions={
          <button
            type="button"
            className="button button-primary"
            onClick={() => window.location.reload()}
          >
            Load the page again
          </button>
        }
      >
        <p>{error instanceof Error ? error.message : String(error)}</p>
      </Notice>
    );
  }
}
