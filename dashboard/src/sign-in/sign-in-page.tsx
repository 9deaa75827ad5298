import "./sign-in.css";

import { useTitle } from "../elements/use-title.ts";
import { Brand } from "../shell/brand.tsx";
import { OwnerForm } from "./owner-form.tsx";
import { SignInForm } from "./sign-in-form.tsx";

interface SignInPageProps {
  /** Without an owner nobody could sign in; the first visitor with the token becomes the owner. */
  readonly ownerExists: boolean;
}

/** The only view for those who are not signed in. */
export function SignInPage({ ownerExists }: SignInPageProps) {
  useTitle(ownerExists ? "Sign in" : "Create the owner");
  return (
    <main className="sign-in">
      <div className="sign-in-card">
        <Brand />
        {ownerExists ? <SignInForm /> : <OwnerForm />}
      </div>
    </main>
  );
}
