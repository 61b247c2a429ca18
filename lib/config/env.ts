import { once } from "./once";
import { readSettings, type Settings } from "./settings.mjs";

export type Env = Settings;

/** The configuration of this process, read once. @throws Error that names every variable that is wrong */
export const env = (): Env => once("env", () => readSettings(process.env));

/** Whether people reach Plumbline by https: then cookies are Secure and HSTS is sent. */
export const isHttps = (): boolean => env().PLUMBLINE_URL?.startsWith("https:") ?? false;
