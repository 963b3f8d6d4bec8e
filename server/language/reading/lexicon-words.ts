/**
 * What words mean, for matching a reply with an author's wording: `concept/weight: words`. One word may stand in several
 * lines and then carries all of them (运费 = sending + money). Weights: 1 a topic word, less for verbs that fit anything.
 * General vocabulary of the trade only: nothing here belongs to one case.
 */
export const WORDS = `
post/.8: 邮 邮费 运费 快递费 邮资 运送费 物流费 寄件钱 寄件费 寄费 来回费 邮寄的钱 快递钱 邮钱 回程费 路费 运 寄 寄回 寄回来 寄出 邮寄 寄件 寄过来 退回来 补寄 发回 到付 包邮 免邮
freight: 邮费 运费 快递费 快递的费用 邮资 运送费 物流费 寄件钱 寄件费 寄费 来回费 邮寄的钱 快递钱 邮钱 回程费 来回的钱 包邮 免邮 寄件的钱 来回的快递费 来回快递费
insurance: 运费险 退货险 退货运费险 保险 险
return: 退货 退 退掉 办退 退回 退回来 退换 退换货 退还 退货退款 寄回来 寄回 无理由 七天无理由 7天无理由 七日无理由 退鞋 退单 退了 能退 送回
refund: 退 退款 退钱 退您 退你 返还 退回来的钱 打款 返款 钱退 打回去 退给您 回款 到账 返回 退回
noreason/.8: 不想要 不想要了 不喜欢 不喜欢了 无理由 七天无理由 7天无理由 七日无理由
arriveaccount: 见着 见到钱 看到钱 到账 入账 落到您账上 到您账户 收到钱 见到钱 到手
original: 原支付账户 原路 原付款 原来的付款 原支付 原渠道 付款的地方 原卡 原账户 付款方式 当时付款 付款用的 原来付款
exchange: 换 换货 更换 调换 换码 换尺码 换尺寸 更换尺寸 换个码 换大 换小 换一个 换一双 换一件 换新 换号
exsize: 换码 换尺码 换尺寸 更换尺寸 换个码 换大 换小
size: 码 尺码 尺寸 码数 号码 大小 多大 几码 型号 鞋码 衣码
firsttime: 首次 第一次 头一次 头一回 头次 初次 第一回 首回 一次
backforth: 来回 往返 双程 往来 两头
half: 半码 半个码 半号 大半码 大半号 大半个码
bigger: 大一码 往大 偏大 大半 大半码 大半号 大半个码 放半码 加半码 选大 加大 大一号 拿大
smaller: 小一码 往小 偏小 小半码 小一号 选小 拿小
instep: 脚背 脚面 足背 高脚背 脚背高 脚面高
footlen: 脚长 脚的长度 量脚
high/.6: 高 偏高
tight: 不压 不勒 不挤 不磨 不紧 不疼 不卡 勒 压 紧 挤 卡脚 夹脚 绷 压脚 勒脚
loose: 松 宽松 肥
quality: 质量问题 质量 质量原因 瑕疵 次品 品质问题 质量毛病
personal: 非质量问题 非质量 不是质量问题 没有质量问题 个人原因 不喜欢 不想要 不想要了 自己不想要 自身原因 主观原因 非质量原因 不喜欢了 没有质量
stock: 现货 有货 有现货 没货 没现货 无货 断货 缺货 售罄 卖完 卖光 卖没了 没库存 有库存 库存 货 备货 到货 补货 脱销 预售 预售款 预定款 等厂里 抢光 抢完 无现货
presale: 预售 预售款 预定 预定款 预订 等厂里 等工厂 等到货 还没到货 等一批 赶制
dispatch/.8: 发 发货 发出 寄出 出库 发走 出仓 发掉 安排发 发件 出货 寄走 补发 重发 补寄 重新发 打包 揽收 装车 从仓里走 发车 送出 今日发 现发
deliver: 送 送货 送达 送到 到达 到货 签收 派送 配送 到手 拿到 收到货 到您手上 到您手里 收到 到家 收货 妥投 能到 就到 预计到 快递到 货到 到货后 货到之后 送货
sign: 签收 收到货 收货 收到 妥投 货到 到货 到货后 货到之后 拿到货 收到后 到手
resend: 补 补发 重发 补寄 重新发 再发 再寄 重寄 补一件 补送 换发 重新走 重新寄 补给 再给您发 重新给您
unshipped: 未发货 没发货 还没发货 还没发 没发出 未发出 没出库 未出库 还没出库 发货前 没发 在仓库 还在仓 没寄
shipped: 已发货 发货后 已经发货 已经发出 发了货 已发出
cancel: 撤 撤不回来 取消 撤单 撤回 撤销 取消订单 取消掉 不要了 退掉 解除 撤掉 取消了 关闭订单
apply/.8: 申请 提交申请 点申请 发起 申请退款 申请下 申请一下
order/.6: 订单 单子 这单 下单 那单 单 拍下的
pay/.8: 付款 付 支付 付钱 付清 付过款 结账 交钱 下单付款 付了 买单 付款后 付好
buy/.7: 拍 买 下单 购买 拍下 购 订 入手 提交订单
price: 价格 价 价钱 售价 价位 标价 定价 单价 卖价 活动价 优惠价 特价 到手价 原价 实付
listprice: 标价 标明的价 定价 页面价 页面写 写着 标的价 折价 按价
reallypaid: 实付 实际付 实际支付 掏的 付的 实际付了 实际花
promo: 活动价 优惠价 特价 促销价 活动 促销 最低 底价
cheaper: 便宜 优惠 减 少 让利 再少 降 打折 砍 让 少点 空间 再低 便宜点 议价 讲价 少了
coupon: 券 优惠券 店铺券 抵用券 代金券 红包 满减券 劵
get/.6: 领 领取 抢 兑换 点一下
homepage: 首页 店铺首页 主页 店首页
fullcut: 满减 满额减 满减优惠 跨店满减
share: 分摊 摊 平摊 按价分 分到 轮到 摊掉
discount: 打折 折扣 折
gift: 送 赠品 礼物 小礼物 礼品 赠送 赠的 送的 送您 送了 附赠 赠
lost: 丢 丢了 弄丢 不在 不在了 没了 找不到 遗失 不见了 送人 送人了 没有了 掉了 不还 没法还 缺 少了 寄不回来 不寄 不一起寄 没有包 弄没
deduct: 扣 扣除 减掉 扣掉 扣钱 折进去 抵扣 扣减 里面扣 减去 扣款 折算
hand/.6: 到手 到您手上 到您手里 实退 退到手
guarantee: 不在保修 过保 脱保 保修 质保 保 修 维修 免费修 保修期 三包 联保 售后 我们管 都管 包修 管修
repair/.7: 修 维修 检修 免费修 返修 修理 修好 保修
wholeunit: 整机 全机 主机 机器
nonhuman: 非人为 自然损坏 正常使用
humandamage: 人为 摔坏 摔 磕碰 摔了 失手 自己摔 磕坏 摔的 碰坏 砸坏 弄坏 人为损坏 进水 跌
damage: 坏 破 碎 损坏 破损 裂 断 烂 坏了 破了 压坏 瘪
scope/.5: 不在范围 范围 范围内
install: 安装 装机 包安装 上门装 装 安装费 装机费 上门安装
visit/.6: 上门 到家 入户
worker: 师傅 安装师傅 工程师 工人 安装工
contact: 联系 打电话 预约 约 约时间 打给您 致电 来电 回电 电话联系 跟您联系 约您 电话预约 联络
drill: 打孔 钻孔 加孔
pipe: 铜管 加长铜管 加管 加铜管 管子 辅材
open: 拆 拆开 拆封 拆盒 打开 开封 拆包 拆了 撕 拆包装 开箱 拆个 塑封 验货 盒子开 鞋盒开
package/.7: 包装 盒子 外盒 盒 包装盒 塑封 外包装 鞋盒 箱子
look/.4: 查看 看看 看下 验货 看 看了下 检查 试 试穿 试过 试用
tryon: 试穿 试过 试 在家走 走两圈 走走 上脚 试了 家里走 地板上
untouched: 没激活 未激活 没拆 未拆 没拆封 未拆封 没开封 未开封 没用过 未使用 没使用 没穿过 没洗过 没剪
activate: 激活 连过手机 激活使用 联网 开机 连手机 连过
used: 使用过 用过 用了 穿过 使用 已使用 下水 洗过 洗了 洗
wash: 洗 洗过 下水 洗了 下过水 水洗 清洗 机洗 手洗
tag: 吊牌 标签 标 剪标 吊牌剪 牌子 水洗标 挂牌
cut: 剪 剪了 剪掉 撕了 剪标
intact: 完好 完整 如新
startcount: 开始算 起算 算起 开始 起 算 数 倒数 计算 开始数 开始计
signnext: 第二天 次日 隔天 隔日
paymoment: 付款当天 付款那天 付款日 付钱 付款 下单那天 下单当天 下单 拍下那天 付钱那刻 付款那刻 下单那刻
shipmoment: 发货那天 发货起 发货当天 发货那刻 发货日 发货时
deadline: 最慢 截止 最晚 最迟 前 之前 以前 到期 过期 截单 过期了 赶在 来得及 最后
battery: 续航 电池 待机 充一次 充满 电量 单次 一次能用 单次续航 能撑 一口气
lasting: 续航 能用 能听 能撑 撑 待机 用 够用
water: 防水 水 泡水 游泳 泳池 下水 淋雨 水里 泡 防泼 泡水里 游 浸
sweat: 汗 防汗 出汗 运动出汗
apple: 苹果 iphone ios 苹果手机 苹果系统
android: 安卓 android 华为 小米
connect: 连 支持 兼容 能连 连接 适配 通用 可以用 能用 配对
sensitive: 敏感肌 敏感皮肤 敏感 过敏 敏感肤质 肤质 过敏体质 皮肤敏感
ear: 耳后 耳朵后 手腕 手腕内侧 局部 小范围
testuse: 测试 试用 先试 试一下 试试 做测试 先在
pregnant: 孕妇 孕期 怀孕 怀孕期间 孕 有宝宝 肚里有宝宝 怀了 准妈妈 孕妈 宝妈怀孕
use/.5: 使用 用 可用 上脸 抹 涂 吃 服用 食用 戴 穿
wrongsent: 发错 寄错 错发 错的 发成 错了
rain: 暴雨 下雨 大雨 下大雨 天气 台风 雨 连天大雨 暴雪 雪
backlog: 积压 爆仓 耽误 堵 堆积 滞留 延误 卡 影响 堵车 压着 耽搁 晚
hub: 中转站 中转 转运 转运中心 分拨
urge: 催 催件 催促 催过 加急 催一下 催单 催了
register/.7: 登记 备案 记录 报备
fraud: 诈骗 骗子 骗 假冒 坏人 冒充 骗人 诈 被骗
call: 打电话 电话 打的 来电 打 致电 打这种电话
code: 验证码 校验码 动态码 那几位数 短信码 口令
tell: 告诉 给 给别人 透露 泄露 念给 发给 报给 说出去 给他 发我 念
password: 密码 登录密码 支付密码
change: 改 修改 更改 改一下 变更 动 换掉 更换 改成 改下
address: 地址 收货地址 收件地址 收货信息
stain: 色差 颜色 色
ourfault: 没做到 失信 责任 怪我们 是我们的错 我们的错 我们认 是我们 我们晚 没兑现 做得不对
overdue: 超 超了 过了 超时 超过 过期 过去 晚了
supervisor: 主管 上级 领导 店长 班长 经理 负责人 上报 核定 审批 报批
report: 报主管 上报 报 提交 升级 反馈 申报 报批
reply: 回您 回复 答复 给信 回信 回复您 给您信 联系您 告诉您 通知 书面 有结果 给结果 回话 结果
fraudclause: 退一赔三 假一赔三
complaint: 投诉 12315 举报 维权 平台介入 差评 评价 消协
yourright: 权利 自由 随时 照打 想打 您定 由您
followup: 跟进 跟到底 负责到底 盯 跟踪 全程 盯着
money/.6: 钱 费 费用 款 元 块 收费 付费 花钱 钱款
warehouse: 仓库 仓 仓里 库房 库里
checkpass: 验收 验收通过 验货通过 检测通过 质检
receivegoods: 收到货 收到退货 仓库收到 收到后 仓库签收 到仓 签到 收到 仓库签到
colour_black@colour: 黑色 黑 墨黑 黑的 黑款
colour_white@colour: 白色 白 白的 米白
colour_grey@colour: 灰色 灰 浅灰 深灰 灰的
colour_red@colour: 红色 红 红的 大红 酒红
colour_blue@colour: 蓝色 蓝 蓝的 藏蓝 深蓝 浅蓝
colour_green@colour: 绿色 绿 绿的 军绿
colour_yellow@colour: 黄色 黄 黄的
colour_pink@colour: 粉色 粉 粉的 粉红
colour_purple@colour: 紫色 紫 紫的
colour_brown@colour: 棕色 咖色 棕 咖啡色 卡其 驼色
big@scale: 大号 大码 大的 大份 大件 大款
middle@scale: 中号 中码 均码
small@scale: 小号 小码 小的 小份 小件 小款
left@hand: 左 左边 左侧 左手 左脚 左耳
right@hand: 右 右边 右侧 右手 右脚 右耳
shoe@thing: 鞋 鞋子 跑鞋 球鞋 运动鞋 靴 这双 拖鞋 凉鞋
tee@thing: t恤 衣服 上衣 短袖 衬衫 那件 毛衣 外套
trousers@thing: 裤子 裤 牛仔裤 长裤 短裤
bag@thing: 包 腰包 书包 背包 那个包 包包
cup: 杯子 保温杯 杯 水杯
headset: 耳机
machine/.6: 机器 电器 设备 手机
fridge: 冰箱
pot: 锅 炒锅
sf@carrier: 顺丰
yt@carrier: 圆通
zt@carrier: 中通
yd@carrier: 韵达
ems@carrier: ems 邮政
courier/.7: 快递 物流 包裹 件
wechat@wallet: 微信 微信支付
alipay@wallet: 支付宝 花呗
bankcard@wallet: 银行卡 信用卡
invoice: 发票 专票 普票 开票 电子发票 增值税专用发票 专用发票 普通发票 增票 纸质发票
invoice_special@invoicekind: 专票 增值税专用发票 专用发票 增票
invoice_plain@invoicekind: 普票 普通发票
issue/.5: 开 开出 开具 开好 开票
paper@medium: 纸质 纸质发票 纸质版
electronic@medium: 电子 电子发票 电子版
thisyear@year: 今年 当季 当年 本年
lastyear@year: 去年 上一年 往年
nextyear@year: 明年
roomtemp@storage: 常温 室温 阴凉
chilled@storage: 冷藏 放冰箱 冰箱 保鲜
frozen@storage: 冷冻 冻起来 速冻
machinewash@washing: 机洗 洗衣机 洗碗机
handwash@washing: 手洗
dryclean@washing: 干洗
men@sex: 男 男款 男士 男生 男女
women@sex: 女 女款 女士 女生
seal_: 密封 封好 封口 封好口
forward: 转寄 改派 转送 改寄 转投 转 改送 转派 改地址派
withgoods: 随货 一起寄 一起到 跟包裹 随包裹 一同寄
mail_: 邮箱 电子邮件 邮件
trial_sleep: 试睡 睡不惯
cashback/.8: 返现 返钱
downstairs@floor: 楼下 单元楼下 一楼
upstairs@floor: 上楼 楼上 送上楼 包上楼 搬上楼 家里 家门口 到家 送上去
pickup: 自提 自取 驿站 快递柜 丰巢 代收点 代收
oneself/.8: 自己 本人 自用 个人
transfer: 转给 转赠 转让 过户
auto@manner: 自动 系统自动
byhand@manner: 手动 自己操作 人工
limit/.7: 限购 限量 限 上限 最多
stack_: 叠加 同享 同时用 一起用 同用 叠
threshold: 门槛 满
expire/.8: 过期 失效 到期 作废
material: 材质 面料 成分 材料 料子 布料
cotton: 纯棉 棉 全棉 棉质
genuine: 正品 真货 保真 原装 官方正品
fake: 假货 假 仿品 山寨
warranty_card/.8: 保修卡 说明书 保修单
date_prod: 生产日期 日期 出厂 批次
shelf: 保质期 有效期 临期 新鲜 放多久 能放多久 保存期
store_/.7: 保存 冷藏 冷冻 储存 存放 放冰箱
sizeexact/.7: 正好 刚好 标准 正码
usual: 平时 平常 一样 往常 照旧
childsafe: 宝宝 婴儿 孩子 小孩 儿童 宝贝
elder: 老人 老人家 爸妈 长辈 父母
weight_: 重 重量 净重 多重 体重
capacity: 容量 升 多大容量
noise: 噪音 声音 静音 吵 分贝
fade: 掉色 褪色 染色
shrink: 缩水 变形
pill: 起球
thick: 厚 加厚 加绒
thin: 薄 轻薄 透气
ship_area: 偏远 新疆 西藏 内蒙 海南 港澳 地区
door: 送货上门 上门送 送上楼 送上门 送到家 搬上楼 送上去 上门
lift: 电梯 楼梯 上楼 搬楼 爬楼 搬运 扛 几楼 层
wait/.5: 等 耐心 久等 等待
compensate: 赔 赔偿 赔付 补偿 理赔 赔您 补 赔给
full/.6: 全 全部 所有 全额 足额 满额 全程 一律 统统 都
partly/.6: 部分 一部分 一些 有的 多半 不够 补不满 不满额 差额
deposit: 定金 订金 预付
tailpay: 尾款 余款
double: 双倍 两倍 翻倍
priceprotect: 价保 保价 差价 降价 补差
points_: 积分 会员 等级
trial: 试吃 小样 试用装 体验装
photo: 拍个照 拍照 拍照片 照片 图片 拍照 照 视频 截图 图
proof: 凭证 证据 证明 检测报告
hospital: 医生 医院 就医 遵医嘱
effect: 效果 功效 作用 见效
identity: 身份证 实名 证件
unverified: 无法核实 核对不上 不是本人
lock_: 锁 冻结 解冻 解锁 解绑
cold: 冷 冰 凉
hot_: 热 加热 高温
clean_: 清洁 擦 刷
noPrivate: 保密 隐私 脱敏
`;
