import { caseOfAddress } from '#app/case-of-address.ts';
import { OpenCase } from '#store/open-case.ts';
import '#ui/fonts.css';
import '#ui/tokens.css';
import '#ui/base.css';

// The case that the address names is read while the rest of the app is fetched and made ready: together they take longer than
// either, but not as long as both.
const id = caseOfAddress(location.hash);
if (id !== undefined) OpenCase.readAhead(id);

const { start } = await import('#app/start.tsx');
await start();
