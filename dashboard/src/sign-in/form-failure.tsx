/** Why a form was refused, announced to screen readers as it appears. */
export function FormFailure({ message }: { readonly message: string | undefined }) {
  return message === undefined ? null : (
    <p className="alert" role="alert">
      {message}
    </p>
  );
}
