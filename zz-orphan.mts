import { ParsingWorker } from './src/intake/parsing-worker-service.ts';
import { noticeScales } from './src/intake/notice-scales-service.ts';
const big = Buffer.from('单位,姓名,岗位,潜在风险\n' + Array.from({ length: 19900 }, (_, i) => `办公室,陈${i},岗${i},"风险${i}：内容：要点：一，二，三：四：五：六：七"`).join('\n'));
const w = new ParsingWorker({ memoryMegabytes: 512, seconds: 600 });
for (;;) await w.read(big, 'x', noticeScales());
