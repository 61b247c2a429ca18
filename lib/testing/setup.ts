import { openTestDatabase } from "./database";

// Before the file's own imports run: what they import may read DATABASE_URL at once.
await openTestDatabase();
