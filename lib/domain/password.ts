import { codePoints, TEXT_LIMITS } from "./text";

/** Words that people pad with digits and signs, and take for a password. */
const WORDS =
  /^(?:pass(?:word|wort|phrase|code)?|letmein|welcome|willkommen|admin(?:istrator)?|root|qwert[yz]?(?:uiop)?|asdf(?:gh)?(?:jkl)?|iloveyou|dragon|monkey|football|baseball|sunshine|princess|superman|batman|trustno|master|shadow|michael|secret|changeme|default|test|user|login|guest|hello|summer|winter|spring|autumn|plumbline|company|p4ssw0rd|passw0rd|pa55word|pa55w0rd)+$/;
const RUNS = [
  "01234567890123456789",
  "abcdefghijklmnopqrstuvwxyz",
  "qwertyuiopasdfghjklzxcvbnm",
  "qwertzuiopasdfghjklyxcvbnm",
  "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
  "1q2w3e4r5t6y7u8i9o0p",
];

/**
 * Whether a password is one of the common ones: a run of the keyboard or the alphabet, a short piece repeated, or a
 * well-known word padded with digits and signs. Long phrases pass, whatever they are made of.
 */
export function isCommonPassword(password: string): boolean {
  const plain = password.toLowerCase();
  if (codePoints(plain) < TEXT_LIMITS.password.min) return true;
  if (/^(.{1,5}?)\1+.{0,4}$/su.test(plain)) return true;
  const letters = plain.replace(/[^a-z0-9]/g, "");
  const turned = [...letters].reverse().join("");
  if (letters.length >= 8 && RUNS.some((run) => run.includes(letters) || run.includes(turned))) return true;
  const word = plain.replace(/^[^a-z]+|[^a-z]+$/g, "").replace(/[\s\-_.!@#$]+/g, "");
  return word !== "" && WORDS.test(word);
}
