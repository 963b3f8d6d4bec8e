/**
 * What goods are made of and what they are like. `concept@group/weight: words`; members of a group exclude each other;
 * a word behind ~ says the opposite of the others in its line. General vocabulary of the trade only.
 */
export const GOODS = `
m_cotton@fibre: 纯棉 全棉 百分百棉 棉质 棉的 精梳棉 长绒棉 棉布 新疆棉 棉
m_polyester@fibre: 涤纶 聚酯 聚酯纤维 化纤 的确良 仿棉 化纤的 涤棉 混纺
m_silk@fibre: 真丝 桑蚕丝 蚕丝 丝绸 丝的 蚕宝宝 柞蚕丝 柞蚕 桑蚕
m_wool@fibre: 羊毛 纯羊毛 全羊毛 羊毛的 美利奴 毛呢 毛的 纯毛 真羊毛 绵羊毛
m_cashmere@fibre: 羊绒 山羊绒 开司米
m_linen@fibre: 亚麻 麻料 苎麻 棉麻 麻的
m_modal@fibre: 莫代尔 天丝 莱赛尔 粘纤 人造棉 粘胶 竹纤维
m_nylon@fibre: 尼龙 锦纶
m_chinlon@fibre: 腈纶 人造毛 人造绒 仿绒 仿羊毛 仿毛 环保毛
m_latex@filling: 乳胶 天然乳胶
m_foam@filling: 海绵 记忆棉 高密度海绵 慢回弹 高密海绵 高弹海绵 海绵的
m_spring@filling: 弹簧 独立弹簧 独袋弹簧
m_coir@filling: 椰棕 棕垫 棕榈
m_down@filling2: 羽绒 鸭绒 鹅绒 白鸭绒 白鹅绒 绒子
m_cottonfill@filling2: 棉花 棉絮 丝棉 仿丝棉 七孔棉 pp棉 化纤棉
m_leather@hide: 真皮 牛皮 头层 头层牛皮 头层皮 黄牛皮 羊皮 小牛皮 皮的 真牛皮 头层的 第一层皮
m_leather2@hide: 二层皮 二层牛皮 二层 第二层 二层的
m_pu@hide: 仿皮 人造革 人造皮 pu pu皮 pu革 皮革 合成革 西皮 革的 人造的 超纤皮 超纤 人工皮
m_suede@hide: 磨砂皮 绒面 反绒皮 翻毛皮 麂皮
m_steel@stuff: 不锈钢 食品级不锈钢 钢的 钢制
m_iron@stuff: 铁 铁的 铸铁 熟铁 生铁 碳钢 铁艺 铁皮
m_alu@stuff: 铝 铝合金 铝的 铝制 合金
m_copper@stuff: 铜 黄铜 纯铜 铜的 全铜
m_plastic@stuff: 塑料 塑胶 abs pp pvc 树脂 胶的 塑料的 亚克力
m_silicone@stuff: 硅胶 食品级硅胶 软胶
m_ppsu@stuff: ppsu
m_glass@stuff: 玻璃 钢化玻璃 高硼硅 玻璃的 水晶
m_ceramic@stuff: 陶瓷 瓷 骨瓷 瓷的 陶
m_solidwood@stuff: 实木 原木 纯实木 全实木 橡木 松木 胡桃木 红木 榉木 橡胶木 真木头
m_board@stuff: 颗粒板 密度板 板材 人造板 刨花板 多层板 生态板 复合板 贴皮
m_stone@stuff: 大理石 岩板 石英石 石头
m_bamboo@stuff: 竹 竹子 竹制 竹的
m_rattan@stuff: 藤 藤编
m_rubber@stuff: 橡胶 牛筋 牛筋底 橡胶底
m_paper@stuff: 纸 纸质的 纸做的 牛皮纸 纸板
m_gold@metal: 黄金 足金 纯金 金的 千足金
m_silver@metal: 纯银 925 925银 银的 足银 s925 银针 银质 银制 银饰
m_plated@metal: 镀金 镀银 电镀 合金镀
m_platinum@metal: 铂金 白金
elastic: 弹力 弹性 有弹 带弹 弹 弹的 拉伸 拉得开 拉得动 有弹性 有弹力 能拉 微弹 高弹 ~没弹 ~不弹 ~无弹 ~无弹力 ~没弹力 ~没有弹力 ~没弹性 ~没有弹性 ~死布料 ~拉不动 ~拉不开 ~不带弹 ~无弹性 ~没弹的 撑得开 抻得开 有松紧 能撑 ~绷得慌 ~绷
thickness: 厚 加厚 厚的 厚实 很厚 偏厚 加厚款 厚款 ~薄 ~薄的 ~轻薄 ~薄款 ~偏薄 ~单薄 ~薄薄 ~超薄 厚厚的 厚一点 厚些 ~薄一点 ~薄些 ~很薄 ~薄薄的 ~纤薄
fleece: 加绒 带绒 有绒 绒里 抓绒 内里有绒 里面有绒 ~不加绒 ~没绒 ~无绒 ~没加绒 ~单的 ~单层的 绒的 毛茸茸 毛绒绒 一层绒 有层绒 绒里子 绒绒的 内有绒 刷毛 磨毛 ~光板 ~单布
breath: 透气 不闷 不闷汗 不捂 凉快 透风 ~闷 ~不透气 ~捂 ~捂汗 ~闷热 ~闷汗
soft: 软 柔软 软乎 软和 软的 软糯 软软 绵软 ~硬 ~硬的 ~偏硬 ~硬邦邦 ~发硬 ~梆硬 ~硬挺 软乎乎 软趴趴 松软 蓬松 软塌塌 ~硬实 ~挺括 ~支棱 ~梆梆硬 ~硌 ~硌人
smooth: 光滑 滑 亮面 光面 光亮 亮光 镜面 抛光 反光 ~磨砂 ~哑光 ~哑面 ~亚光 ~雾面 ~糙 ~粗糙
heavy: 重 沉 很重 沉的 压手 死沉 ~轻 ~轻便 ~轻巧 ~不沉 ~轻的 ~很轻 沉甸甸 坠手 有分量 分量足 ~轻飘飘 ~轻飘 ~单手拎
large: 大 很大 大的 偏大 大些 宽大 大一点 ~小 ~小的 ~偏小 ~小巧 ~小些 ~小一点 做大了 做得大 大一圈 裁得大 尺码偏大 版型偏大 版型大 ~做小了 ~做得小 ~裁得紧 ~裁得小 ~小一圈 ~紧一圈 ~偏紧 ~版型小 ~版型偏小 ~尺码偏小
long: 长 长的 长款 偏长 长一点 长些 ~短 ~短的 ~短款 ~偏短 ~短一点 ~短些 长长 ~短短
wide: 宽 宽的 宽松 宽敞 肥 肥大 阔 偏宽 oversize ~窄 ~窄的 ~修身 ~紧身 ~收腰 ~瘦 ~偏窄 ~贴身
tall: 高 高的 高帮 高腰 高跟 ~矮 ~低 ~低帮 ~低腰 ~平跟 ~低的 ~矮的
roundtoe@toe: 圆头 圆头的
pointtoe@toe: 尖头 尖头的
squaretoe@toe: 方头 方头的
vneck@neck: v领 鸡心领
roundneck@neck: 圆领
highneck@neck: 高领 半高领
lapel@neck: 翻领 衬衫领 polo领
longsleeve@sleeve: 长袖
shortsleeve@sleeve: 短袖
sleeveless@sleeve: 无袖 背心
zipper@fastener: 拉链 拉链的 拉锁
button@fastener: 扣子 纽扣 暗扣 按扣 扣的
velcro@fastener: 魔术贴 粘扣
strap@fastener: 绑带 系带 鞋带
magnet: 磁吸 磁铁 吸铁 磁性 磁扣
pocket: 口袋 兜 衣兜 裤兜 插袋 侧袋 网兜 网袋 侧兜 水杯袋 兜子 杯袋 暗袋 内袋
lining: 内衬 里衬 里布 内里 夹层 里子
hood: 帽子 连帽 带帽 帽兜
shrinkage: 缩水 会缩 缩 缩小 变小 抽抽 走样 缩成 ~不缩 ~不缩水 ~不变形 缩一圈 缩了 变短
fading: 掉色 褪色 染色 脱色 串色 浮色 落色 掉颜色 退色 ~不掉色 ~不褪色 ~固色 会串 串染 染一片 染上 互染 染花 染到 掉浮色 掉点色 水变色 水会变色 水有颜色 串到 ~染得牢 ~颜色牢 ~吃色牢
pilling: 起球 起毛 起毛球 勾丝 抽丝 ~不起球 ~抗起球 冒球 小毛球 毛球 结球 长小球 球球
wrinkle: 皱 起皱 褶皱 打褶 皱巴巴 ~不皱 ~免烫 ~抗皱 ~不起皱
ironing: 熨 熨烫 烫平 熨斗 挂烫
see_through: 透 透明 透肉 走光 显内衣 露点 ~不透 ~不透明 ~不透肉 ~不走光
smell: 味道 味儿 气味 异味 臭 味 怪味 刺鼻 难闻 甲醛味 ~没味 ~无味 ~没味道 ~没异味 ~无异味 ~没有味道 ~没有异味 ~没啥味 臭味 塑料味 橡胶味 胶味 味儿大 呛 呛鼻 ~闻不到 ~闻不出 ~没啥气味
formaldehyde: 甲醛 环保 环保等级 e0 e1 enf 释放量
sweet@taste: 甜 甜的 甜味 偏甜 甜口 齁甜 甜丝丝 甜甜 清甜
salty@taste: 咸 咸的 咸味 咸口 齁咸 咸香 偏咸
sour@taste: 酸 酸的 酸味 酸口
bitter@taste: 苦 苦的 苦味
spicy: 辣 辣的 麻辣 香辣 微辣 中辣 特辣 很辣 够辣 辣椒 ~不辣 ~无辣 ~一点不辣 ~免辣 ~不带辣 ~清淡 辣嘴 辣度 辣得 ~微微辣
sugar: 糖 蔗糖 加糖 含糖 白糖 白砂糖 木糖醇 代糖 ~无糖 ~0糖 ~零糖 ~不加糖 ~没糖 ~没加糖 ~没有糖 ~低糖
additive: 添加剂 防腐剂 香精 色素 添加 科技 ~无添加 ~零添加 ~0添加 ~没有添加 ~没添加
oil: 油 油炸 油腻 油大 ~非油炸 ~不油 ~清爽 ~不油腻
ripe: 熟 熟的 熟透 熟了 全熟 软了就能吃 ~生 ~生的 ~青的 ~没熟 ~不熟 ~半熟
seed: 籽 核 带核 有核 有籽 种子 ~无籽 ~无核 ~去核 ~没籽 ~没核 ~没有籽 ~没有核
shell: 壳 带壳 皮 果皮 ~去壳 ~去皮 ~剥好 ~剥壳
bone: 骨头 刺 带骨 鱼刺 ~无骨 ~去骨 ~没刺 ~无刺 ~去刺
fresh: 新鲜 鲜 现摘 现做 现烤 现杀 当天做 新日期 日期新鲜 鲜活 活的 ~不新鲜 ~陈 ~陈的 ~蔫 ~蔫了 ~临期 ~快过期
rot: 坏 烂 腐烂 坏果 烂果 发霉 霉 变质 馊 臭了 长毛 坏掉 烂掉 发臭 酸了 臭的 坏的 烂的
male@sexp: 公的 公 雄 雄性 弟弟 公猫 公狗
female@sexp: 母的 母 雌 雌性 妹妹 母猫 母狗
mainsbattery@power: 电池 干电池 五号电池 七号电池 装电池 纽扣电池 aa电池 aaa
mains@power: 插电 插线 插插座 接电 电源线 插着用
usbpower@power: 充电 充电款 充电的 usb充 usb 充电式 type-c typec 锂电
solar@power: 太阳能
chargehead: 充电头 充电器 插头 适配器 电源适配器 充电线 充电头的
wired@wire: 有线 带线 插线的
wireless@wire: 无线 蓝牙 免插线
auto_m@automat: 全自动 自动 自己会 一键
semi@automat: 半自动
manual@automat: 手动 手摇 手工 人工 手开 手收 自己推 手推 手转
frontload@drum: 滚筒 滚筒式
topload@drum: 波轮
gas_natural@gas: 天然气
gas_lpg@gas: 液化气 煤气 罐装气 煤气罐
induction: 电磁炉 电陶炉 明火 燃气灶 灶台
inverter@freq: 变频
fixedfreq@freq: 定频
domestic@origin: 国产 国内 国货 大陆 国行 本土
imported@origin: 进口 原装进口 国外 海外 日本 德国 美国 韩国 欧洲 外国
hkversion@edition: 港版 水货 美版 日版 海外版 外版
cnversion@edition: 国行版 国行 大陆版 行货
newgoods@newness: 全新 新的 崭新 没拆封 新品 新货 未拆 没拆箱 原封 原封不动 没动过 刚到的新
usedgoods@newness: 二手 用过的 九成新 八成新 旧的 翻新 官翻 展示机 样品 样机 展厅 摆过 展品 陈列 店里摆 展示品 门店样品 试驾
thisyearmodel@model: 新款 今年款 最新款 新版 新一版 新改版 新版本 新一代 换代
oldmodel@model: 旧款 老款 旧版 老版 去年款 去年印 上一版 上一代 老版本 旧的那版 前一代
handmade: 手工 手作 纯手工 手工做 手缝
machinemade: 机器做 机织 机制 机缝
real: 正品 真货 真的 保真 原装 官方正品 正版 正规 授权 旗舰 正的 行货 ~假的 ~假货 ~仿 ~仿品 ~高仿 ~山寨 ~盗版 ~复印 ~影印 ~冒牌 ~a货
scratch: 划痕 划伤 刮花 刮痕 磨痕 花了 划了 细纹 擦痕 划 ~无划痕 ~没划痕 ~没有划痕 ~干干净净 ~干净 ~没花
dent: 磕碰 磕 碰伤 碰 凹 坑 凹陷 瘪 变形 磕了 磕过 挨过 撞 小坑 ~无磕碰 ~没磕 ~没有磕碰 ~没磕碰
crack: 裂 裂纹 裂缝 开裂 裂开 爆裂 ~不裂 ~不开裂 崩边 崩口 炸裂 ~磕不坏 ~撞不坏
rust: 生锈 锈 上锈 起锈 锈迹 ~不锈 ~不生锈 ~防锈
leak: 漏 漏水 渗 渗水 滴水 漏液 进水 漏雨 渗漏 漏的 ~不漏 ~不漏水 ~防漏 ~不渗 ~滴水不漏 渗出来 滴答 冒水 漏出来 ~倒扣 ~倒过来也
drainhole: 排水孔 排水洞 漏水孔 洞 孔 底孔 带眼 有洞 有孔 眼 ~没洞 ~无孔 ~没孔 ~没有孔 ~没有洞 ~封死
tray: 托盘 接水盘 碟子 碟 底托 水盘 接水碟 底盘
lid: 盖子 盖 带盖 杯盖 锅盖 ~无盖 ~没盖 ~不带盖
handle_: 把手 手柄 提手 柄 把儿 拉手
straw: 吸管 吸嘴 吸管杯
filter: 滤网 过滤 滤芯 过滤网
light: 灯 灯光 灯泡 led 发光 亮 会闪 会亮 亮灯 闪灯 灯带 灯珠 亮的
warmlight@lightc: 暖光 暖黄 黄光 暖白
whitelight@lightc: 白光 冷白 冷光 正白
dimming: 调光 无极调光 亮度可调 调亮度
remote: 遥控 遥控器 app 手机控制 智能
fold: 折叠 折 收起来 可折 对折 叠起来 能折
detach: 拆卸 可拆 能拆 拆下来 拆洗 拆得下来 取下来 ~一体 ~固定的 ~拆不下来 ~焊死 卸下 卸下来 摘下来 摘得下 拉下来 分得开 能分开 分家 可分离 拆得开 取得下 能取 可取 能摘 可摘 拿得下来 能卸 拿下来 ~焊上 ~焊一起 ~焊在 ~焊的 ~连体 ~连在一起 ~车在一块 ~缝死 ~钉死 ~铆死 ~粘死 ~一体的 ~一体成型 ~固定死 拆不开 分不开 取不下 摘不下 卸不下 扒下来 拆开洗 剥 套子 ~缝住
adjust: 调 调节 可调 能调 调整 升降 调高 调低 松紧 可松可紧 伸缩 可伸缩 ~死长度 ~固定长度 ~没得松紧 ~固定的 ~定死
swivel: 旋转 转 转动 万向
load: 承重 承载 受力 能承 扛得住 坐得下 载重 压不坏 坐得住 站得住 限重 撑得住 压得住
stable: 稳 牢 牢固 结实 稳固 稳当 不晃 扎实 耐造 坚固 ~晃 ~摇 ~不稳 ~松动 ~晃悠 稳稳 纹丝不动 稳得很 ~晃荡 ~摇晃 ~晃晃悠悠
durable: 耐用 耐磨 耐穿 经用 结实耐用 抗造 用得久 ~不耐用 ~不经用 ~容易坏 皮实 扛造 结实 ~一碰就坏 ~娇气 ~脆弱
slip: 滑 打滑 滑倒 溜 ~防滑 ~不滑 ~不打滑 ~抓地 出溜 打出溜 摔跤 摔跟头 滑跤 ~抓地力 ~抓得住 ~抓得牢 ~咬地 ~走得稳 ~稳当 ~站得稳
wp: 防水 不怕水 沾水 泡水 防泼水 淋雨 下水 水洗 防雨 不进水 防潮 隔水 ~怕水 ~不防水 ~不能沾水 ~进水 ~怕潮 ~不防雨 扛水 抗水 挡水 挡雨 遮雨 不透水 淋着 碰水 见水 ~湿透 ~遇水就花 ~遇水会花 ~不扛水 ~怕湿 ~一泼就花
waterdepth: 水深 atm 个大气压 防水深度 防水等级 防水级别 ip67 ip68
swim: 游泳 泳 泳池 下水游 潜水 游水 水里游
bath: 洗澡 淋浴 冲澡 泡澡 泡温泉 温泉 桑拿 热水澡 冲凉 蒸桑拿
hotwater@watertemp: 热水 开水 沸水 滚水 高温水 烫水 温水 滚烫
coldwater@watertemp: 冷水 凉水 常温水 自来水 冰水
boil: 煮 煮沸 水煮 煲 滚 蒸煮 烧开 开水煮 沸水 下锅 煮锅 水里煮 煮过
steam: 蒸 蒸锅 隔水蒸 上锅
fry: 炒 煎 炸 油炸 爆炒
bake: 烤 烤箱 烘 烘烤 空气炸锅
microwave: 微波 微波炉 叮 转一下
heatproof: 耐高温 耐热 高温 怕烫 不怕烫 耐温 ~不耐高温 ~不耐热 ~怕高温
sterilise: 消毒 消毒柜 杀菌 煮一煮
drywash: 干洗 送干洗 干洗店 洗衣店 专业清洗 专业店 送洗 送去洗
machine_w: 机洗 洗衣机 滚筒 进洗衣机 扔洗衣机 丢洗衣机 放洗衣机 转洗 机器洗 机器转 机器一转 机器搅 滚一圈 波轮洗 轻柔模式 轻柔档 轻柔洗 洗衣机搅
hand_w: 手洗 手搓 用手洗 轻揉 手揉 搓 揉洗 揉揉 动手揉 轻轻揉 轻轻按压 盆里洗 手揉洗 手搓洗 搓洗 搓搓 用手搓
soak: 泡 浸泡 浸 泡着 泡一会 久泡 久浸 泡久 泡透 闷着 闷水里 泡水里 泡一夜 泡太久 浸水
bleach: 漂白 漂白剂 漂 消毒液
detergent: 洗衣液 洗衣粉 肥皂 洗洁精 中性 洗涤剂
flatdry@drying: 平铺 平放 摊平 摊开 平摊 铺平 放平 铺着 平晾 躺平 摊 摊着 摊平放 摆平 铺开 平着晾 平着放 摊地上 平摊着
hangdry@drying: 挂起来 挂着 挂 吊起来 撑起来 衣架 悬挂 晾衣架 挂晾 挂阳台 挂出去
tumbledry: 烘干 烘干机 甩干 脱水 干衣机 吹干 热风 吹风机 电吹风 吹风筒
shade: 阴干 阴凉 避光 通风处 背阴 阴处 ~暴晒 ~太阳晒 ~日晒 ~太阳底下 ~晒太阳 ~见光 没太阳 阴着 阴凉地 阴凉地儿 背光 背阴处 阴着吹 不见日头 ~日头 ~大太阳 ~大日头 ~毒日头 ~烈日 ~太阳下 ~太阳底 ~直晒 ~阳光直射 ~直射 ~太阳好 ~见太阳 ~曝晒
airdry: 晾 晾干 晾晒 风干 晒 自然干
`;
