import { loadLibrary } from '#library/load.ts';
import { contextsOf } from '/work/main/scripts/accuracy/invariants/contexts.ts';
import { invariantRates, INVARIANTS } from '/work/main/scripts/accuracy/invariants/rates.ts';
const { library } = loadLibrary('scenarios');
const t=Date.now();
const rates = invariantRates(contextsOf(library));
for (const n of INVARIANTS) { const r = rates[n]; console.log(n.padEnd(24), String(r.broken).padStart(5), String(r.of).padStart(6), (100*r.broken/Math.max(1,r.of)).toFixed(2)+'%'); }
console.log(Date.now()-t,'ms');
for (const n of process.argv.slice(2)) console.log(`== ${n}\n`+rates[n as 'talk12'].shown.join('\n'));
