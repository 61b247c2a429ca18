import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Sentence } from "@/components/ui/sentence";
import { SignInForm } from "@/components/welcome/sign-in-form";
import { pageViewer } from "@/lib/auth/page-scope";
import { returnPath } from "@/lib/auth/return-path";
import { isSetUp } from "@/lib/queries/organisation/organisation";

export const metadata: Metadata = { title: "Sign in" };

type Search = Promise<Record<string, string | string[] | undefined>>;

/** Signing in; who is signed in already goes on. */
export default async function SignInPage({ searchParams }: { searchParams: Search }) {
  if (!(await isSetUp())) redirect("/setup");
  const { to, error } = await searchParams;
  if (await pageViewer()) redirect(returnPath(to));
  return (
    <>
      <Sentence sub="Plumbline shows which services a business can rely on, what the rest costs, and who decided to launch anyway.">
        Sign in to see what holds.
      </Sentence>
      <SignInForm to={returnPath(to)} failed={error !== undefined} />
    </>
  );
}
