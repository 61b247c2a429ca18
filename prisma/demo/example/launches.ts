import type { Act } from "./launch-acts";
import { giftCards } from "./launch-gift-cards";
import { images } from "./launch-images";
import { payouts } from "./launch-payouts";

/** Everything that was done about launches. */
export const LAUNCHES: readonly Act[] = [...giftCards, ...payouts, ...images];
