import { beforeEach, describe, expect, it } from "vitest";
import { aModel } from "../testing/cost-models";
import { countStatements } from "../testing/count-statements";
import { resetDatabase } from "../testing/database";
import { daysLater, NOON } from "../testing/factories";
import { db } from "./client";
import { modelsOf, modelThen } from "./cost-model";
import { inTransaction } from "./transaction";

const price = (high: number) => ({ prices: { data_loss: { low: 1, high } } });
const highAt = async (at: Date) => modelThen(await modelsOf(), at)?.prices.data_loss?.high ?? null;
beforeEach(resetDatabase);

describe("the model in force", () => {
  it("is the newest one until an instant, and none before the first", async () => {
    await aModel(NOON, price(10));
    await aModel(daysLater(2), price(20));
    expect(await highAt(daysLater(-1))).toBeNull();
    expect(await highAt(NOON)).toBe(10);
    expect(await highAt(daysLater(2, -1))).toBe(10);
    expect(await highAt(daysLater(2))).toBe(20);
  });

  it("is read once, and not at all by whoever was told which models there are", async () => {
    await aModel(NOON, price(10));
    const { stamp } = await modelsOf();
    expect((await countStatements(() => modelsOf())).statements).toHaveLength(1);
    expect((await countStatements(() => modelsOf(stamp))).statements).toHaveLength(0);
    await aModel(daysLater(1), price(20));
    expect((await modelsOf()).stamp).not.toBe(stamp);
    expect(await highAt(daysLater(1))).toBe(20);
  });

  it("is not one that was never committed, though another one got its number and its instant", async () => {
    const row = { number: 1, at: NOON, currency: "EUR", severity: {}, rates: {} };
    const write = (high: number) =>
      inTransaction(async (tx) => {
        await tx.costModel.create({ data: { ...row, prices: { data_loss: { low: 1, high } } } });
        expect(await highAt(NOON)).toBe(high);
        if (high === 10) throw new Error("given up");
      });
    await expect(write(10)).rejects.toThrow("given up");
    expect(await highAt(NOON)).toBeNull();
    await write(20);
    expect(await highAt(NOON)).toBe(20);
  });

  it("is noticed to be gone when what was invented leaves, and when it comes back different", async () => {
    await aModel(NOON, price(10));
    await db().$executeRaw`ALTER TABLE "CostModel" DISABLE TRIGGER USER`;
    await db().costModel.deleteMany();
    expect(await highAt(NOON)).toBeNull();
    await aModel(NOON, price(30));
    expect(await highAt(NOON)).toBe(30);
    await db().$executeRaw`ALTER TABLE "CostModel" ENABLE TRIGGER USER`;
  });
});
