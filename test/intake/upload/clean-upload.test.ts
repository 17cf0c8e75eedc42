import { expect } from 'chai';
import { commit, uploaded, uploadingOffice, wordsIn, type UploadingOffice } from '../../support/uploading.ts';

const REGISTER = [
  '单位,姓名,岗位名称,潜在风险,防控措施',
  '对外贸易处,吴启航,外贸扶持资金岗,核验材料走过场。,双人核验。',
].join('\n');

describe('an upload in which nothing is wrong', () => {
  let desk: UploadingOffice;
  let address: string;
  beforeEach(async () => {
    desk = await uploadingOffice();
    address = await uploaded(desk.office, [[REGISTER, '登记表.csv']]);
  });
  afterEach(() => desk.end());

  const stage = async (name: string): Promise<string> =>
    wordsIn((await desk.office.get(`${address}?stage=${name}`)).text);

  it('counts no rows with problems and offers no list of them', async () => {
    expect(await stage('rows'))
      .to.include('没有有问题的行')
      .and.not.include('下载问题清单');
  });

  it('is written by a button that says so', async () => {
    expect(await stage('commit'))
      .to.include('写入后，看板和列表立即更新')
      .and.include('全部写入');
  });

  it('says that there is nothing to write when the same comes again, and only ends', async () => {
    await commit(desk.office, address);
    address = await uploaded(desk.office, [[`${REGISTER}\n`, '再来一次.csv']]);
    expect(await stage('commit'))
      .to.include('都已登记过，没有要写入的')
      .and.include('结束这次上传')
      .and.not.include('全部写入');
    const { headers } = await commit(desk.office, address);
    expect(headers['location']).to.equal('/imports');
  });
});
