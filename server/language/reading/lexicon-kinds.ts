/**
 * Kinds of one thing, of which a thing is one: rooms, seasons, places, shapes, plugs, ways to be carried. Members of a
 * group (`@`) exclude each other. Form as in the other word lists.
 */
const CITIES =
  '北京 上海 广州 深圳 杭州 义乌 苏州 南京 武汉 成都 重庆 西安 郑州 天津 青岛 佛山 东莞 中山 泉州 厦门 福州 温州 宁波 嘉兴 金华 合肥 长沙 石家庄 保定 沈阳 哈尔滨 长春 大连 济南 临沂 昆明 南宁 贵阳 南昌 无锡 常州 景德镇 太原 兰州 海口';
const PROVINCES =
  '广东 浙江 江苏 山东 河北 河南 福建 四川 湖北 湖南 安徽 江西 辽宁 吉林 黑龙江 陕西 山西 云南 贵州 广西 甘肃 宁夏';

export const KINDS = `
living@room: 客厅
bedroom@room: 卧室 睡房 房间 主卧 次卧
kitchen@room: 厨房 灶间
bathroom@room: 卫生间 浴室 厕所 洗手间 洗澡间 淋浴房
balcony@room: 阳台 露台
study@room: 书房
spring@season: 春天 春季 开春 春秋
summer@season: 夏天 夏季 夏日 热天 三伏天
autumn@season: 秋天 秋季
winter@season: 冬天 冬季 大冬天 冷天 严寒 寒冬
telecom_m@telecom: 移动
telecom_u@telecom: 联通
telecom_t@telecom: 电信
port_c@port: c口 type-c口 typec口
port_micro@port: micro 安卓口
port_apple@port: 苹果口 闪电口 lightning
port_dp@port: dp dp线 dp口
port_hdmi@port: hdmi hdmi线 hdmi口
colour_orange@colour: 橙色 橘色 橘红 橙的
colour_gold@colour: 金色 香槟色 香槟金
colour_silver@colour: 银色
colour_beige@colour: 米色 杏色 米杏 裸色
colour_clear@colour: 透明色 透明款
round_@shape: 圆形 圆的 圆款
square_@shape: 方形 方的 方款 正方形
oval_@shape: 椭圆 椭圆形
oblong@shape: 长方形 长条形 长条的
cash@wallet: 现金
corpaccount@wallet: 对公 公账 公户
unionpay@wallet: 云闪付
creditpay@wallet: 信用付 白条 先用后付
air@haul: 空运 航空件 走航空 走飞机 发空运
land@haul: 陆运 汽运 走陆运 走汽车 发陆运
rail@haul: 铁路
sea@haul: 海运
capsule@doseform: 胶囊
liquid@doseform: 液体 水剂 口服液
spray@doseform: 喷雾
ointment@doseform: 膏状 软膏 药膏
plug_eu@plugstd: 欧标 欧规
plug_us@plugstd: 美标 美规
plug_uk@plugstd: 英标 英规
oneside@sidedness: 单面
twoside@sidedness: 双面 两面 正反 正反面 正反两面
onelayer@layers: 单层
twolayer@layers: 双层 两层
threelayer@layers: 三层
oneperson@persons: 单人
twoperson@persons: 双人
sharpness: 锋利 利索 锐利 ~钝
straight: 直的 笔直 ~弯 ~弯的 ~卷的 ~曲面
dense: 稠 浓稠 厚重 黏 黏腻 粘腻 糊身 ~稀 ~清爽 ~水润 ~水水的 ~好吸收
online_: 线上 网上 ~线下 ~门店 ~实体店 ~到店
dirtshow: 显脏 招灰 沾毛 粘毛 沾灰 ~耐脏
crisp: 脆 酥脆 嘎嘣脆 酥 ~回软 ~软塌
${places(CITIES, 'city')}
${places(PROVINCES, 'province')}
`;

function places(names: string, group: string): string {
  return names
    .split(' ')
    .map((name, index) => `${group}_${index}@${group}: ${name}`)
    .join('\n');
}
