import { openDatabase } from '../../src/platform/database.ts';

/** Commits numbered rows for as long as it lives and says each number once its commit has returned. */
const database = openDatabase(process.argv[2] ?? '');
for (let number = 1; ; number += 1) {
  await database.transaction(async (transaction) => {
    await transaction('acknowledged').insert({ number });
  });
  process.stdout.write(`${String(number)}\n`);
}
