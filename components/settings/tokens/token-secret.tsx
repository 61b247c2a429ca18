"use client";

import { CopyButton } from "@/components/ui/copy-button";
import { Notice } from "@/components/ui/notice";
import { SecretText } from "@/components/ui/secret-text";
import type { Token } from "@/lib/contracts/people";
import { curlExample } from "./token-words";

/** A token that was just made, with a first call that uses it. */
export function TokenSecret({ token }: { token: Token }) {
  if (token.secret === null) {
    return (
      <Notice tone="warn" title="It was shown already.">
        The answer to the first attempt was on its way when it was lost. End this token and make another one.
      </Notice>
    );
  }
  const example = curlExample(window.location.origin, token.secret, token.scopes);
  return (
    <div className="grid gap-5">
      <SecretText label="Token" text={token.secret} what="the token" />
      <div>
        <div className="mb-1 flex items-end justify-between gap-3">
          <h3 className="text-sm font-strong">Try it</h3>
          <CopyButton text={example} what="the example" />
        </div>
        <pre
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse (WCAG 2.1.1)
          tabIndex={0}
          className="overflow-x-auto rounded-lg bg-sunk px-3 py-2.5 font-mono text-sm break-all whitespace-pre-wrap"
        >
          {example}
        </pre>
        <p className="mt-1.5 text-sm text-ink-3">
          Every call is described at{" "}
          <a href="/api/v1/openapi.json" className="link">
            /api/v1/openapi.json
          </a>
          .
        </p>
      </div>
    </div>
  );
}
