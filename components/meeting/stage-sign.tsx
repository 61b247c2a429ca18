"use client";

import { useEffect, useState } from "react";
import { launchHref } from "@/components/addresses/pages";
import { useLaunchFrame } from "@/components/launch/launch-frame";
import { launchSentence } from "@/components/launch/launch-sentence";
import { CopyButton } from "@/components/ui/copy-button";
import { RoleList } from "./role-list";
import { StageHead } from "./stage-head";

/** The end: how it stands, who signs, and where each does so on a device of their own. */
export function StageSign() {
  const { launch, today } = useLaunchFrame();
  const path = `${launchHref(launch.id)}#sign-off`;
  const [url, setUrl] = useState(path);
  useEffect(() => setUrl(new URL(path, window.location.href).href), [path]);
  const words = launchSentence(launch, today, null);
  return (
    <>
      <StageHead long above="At the end" title={words.map(({ text }) => text).join("")} />
      <div className="grid max-w-[46em] gap-6 text-lg md:text-xl">
        <div className="grid justify-items-start gap-2">
          <p>Each signer uses their own device and this link:</p>
          <a href={path} className="link font-strong break-all">
            {url}
          </a>
          <CopyButton text={url} what="the link to sign" label="Copy the link" />
        </div>
        <div className="max-w-[26em]">
          <RoleList />
        </div>
      </div>
    </>
  );
}
