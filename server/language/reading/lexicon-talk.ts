/** People, places, times and everyday verbs as the trade and its customers say them, dialect included. Form as in the other word lists. */
export const TALK = `
whole@extent: 全身 全部 整个 全都 通体 整体 全部都 所有 哪儿都
back_@face: 背面 后面 后背 背后 后侧 后头 背部 靠背后面 反面 后壳 后盖 屁股
front_@face: 正面 前面 前头 前侧 接触面 坐面 坐垫 表面 碰得到 坐的 靠的
side_@face: 侧面 侧边 两侧 旁边 边上 左右两边 两边 侧袋 侧兜
screen_: 屏幕 屏 显示屏 外屏 内屏 脸
inside_@io: 里面 内部 里头 内侧 里边 室内 屋里 屋内
outside_@io: 外面 外部 外头 外侧 外边 户外 室外 露天
top_@tb: 上面 上边 顶部 顶上 上头 上方
bottom_@tb: 下面 下边 底部 底下 底 下方 底上 瓶底 盒底 杯底 罐底 底面
arm_upper@limb: 上臂 大臂 胳膊上 上胳膊 左上臂 手臂上方
arm_fore@limb: 小臂 前臂
wrist@limb: 手腕 腕子 手腕子 腕
elbow: 肘 肘窝 胳膊弯 手肘 肘部 肘关节
waist: 腰 腰围 腰部
chest: 胸 胸围 胸部
hips: 臀 臀围 屁股
calf: 小腿 腿围 腿 大腿
shoulder: 肩 肩宽 肩膀
headsize: 头围 脑袋
bodyheight: 身高 个子 个头
bodyweight: 体重 斤重
skin_dry@skin: 干皮 干性 干性皮肤 偏干 干敏
skin_oily@skin: 油皮 油性 油性皮肤 大油皮 偏油 出油
skin_mixed@skin: 混合皮 混油 混干
skin_yellow@tone: 黄皮 黄黑皮 肤色黄 偏黄
skin_white@tone: 白皮 冷白皮 肤色白
kitten: 幼猫 小猫 奶猫 猫崽 幼宠 小奶猫 幼犬 小狗 奶狗 狗崽
adultpet: 成猫 成犬 大猫 大狗 成年猫
feed_: 喂 吃 喂食 给吃 投喂 喂养
eat_/.7: 吃 食用 服用 服 口服 能吃
meal_before@meal: 饭前 餐前 空腹 吃饭前
meal_after@meal: 饭后 餐后 吃完饭 吃饭后
daily: 每天 一天 每日 一日 天天 日均 每晚 每早 天天晚上
daynight@halfday: 白天 日间
night@halfday: 晚 晚上 夜里 夜间 睡前 晚间 夜晚 睡觉前 临睡 临睡前 天黑
morning@halfday: 早上 早晨 上午 清晨 早 起床 早起 晨起
afternoon@halfday: 下午 午后
noon@halfday: 中午 晌午 午间
today@day: 今天 今日 今儿 当天 当日 现在 即日 今儿个
tomorrow@day: 明天 明日 明儿
dayafter@day: 后天 后儿
thisweek@week: 这周 本周 这个星期 这礼拜
nextweek@week: 下周 下星期 下礼拜 下个星期 下个礼拜
monthend@monthpart: 月底 月末 月尾
monthstart@monthpart: 月初 月头
yearend: 年底 年末 跨年 岁末 年底前
midnight: 半夜 午夜 凌晨
workday@kindofday: 工作日 周一到周五 上班日
weekend@kindofday: 周末 周六日 周六周日 双休 休息日 节假日 星期天 礼拜天 星期六 周六 周日 星期日 礼拜六
atonce@speed/.5: 马上 立刻 立即 当场 立马 秒 秒到 即时 马上就 当即 随即 即刻 秒发 实时 当时就
later_@speed: 过几天 以后 晚点 慢慢
forever: 永久 长期 一直 永远 长期有效 终身 不过期 不限时 不会过期 没有期限
expire_/.8: 过期 失效 作废 到期 清零 清空 失灵 ~永久 ~不过期 ~不清零 ~长期有效 ~一直有效 ~一直有 归零
always_: 永久 一直
early: 提前 提早 早点 早些 ~推迟 ~延后 ~延迟 ~往后
same_: 一样 相同 一致 同款 没区别 都一样 差不多 一个样 没差别 没差 通用 同一 统一 一块儿 ~不一样 ~不同 ~有区别 ~有差别 ~两样 ~不一致
together: 一起 一块 一块儿 同一个 一个包裹 合并 一个箱子 一道 一个包 同包 放一起 ~分开 ~拆开发 ~分两个 ~分成 ~分批 ~另一个 ~两个包裹 ~俩包裹 ~分包裹 ~拆成 ~拆单 ~俩单号 ~两个单号 混洗 混着洗 一起洗 一块洗 一块儿洗 一盆洗 混在一起 掺一起 一锅 一并 一同 同箱 合包 拼一起 塞一起 ~分开洗 ~另外洗 ~单独洗 ~单洗 ~单独 ~分箱 ~单独发 ~单独寄 ~分着 ~各自 ~先后到 ~隔开 ~另发 ~分开发 ~分开寄 凑一箱 塞一箱 一箱 全塞 合单 合箱 合一起 合在一起 装一起 搁一块 搁一起 并成 抱团 放一个箱子 一个盒子 一个件 同个包裹 一块儿走 绑一块 ~各走各 ~各发各 ~各寄各 ~分头 ~自个儿走 ~自己走 ~单独走 ~另外寄 ~另寄 ~分仓 ~两个件 ~分开送 ~分别寄 ~单飞 ~另一个仓 ~别的仓 ~不同仓 ~两个仓 ~各自寄 ~各自发 ~拆开走 ~前后脚 ~另外发 ~另外走 ~另外给您寄
another: 另一个 剩下 另外那个 其余 剩的 余下 另一件 第二个 剩余
parcel: 包裹 快递 件 袋子 箱子 单号 快件 邮包
trackno: 单号 快递单号 运单号 物流单号 面单
guardroom@droppoint: 门卫 门卫室 保安 物业 保安室 传达室 保安亭
locker@droppoint: 快递柜 柜子 丰巢 智能柜 自提柜 存柜 柜子里
station@droppoint: 驿站 菜鸟 代收点 超市 小店 代收站
familysign@droppoint: 家人签收 家人 邻居 本人签收
doorstep@droppoint: 家门口 门口 送上门 送货上门 上门送 到家
pickcode: 取件码 取货码 提货码 码
sms@channel: 短信 信息 短信里 手机短信
mail@channel: 邮箱 邮件 电子邮箱 邮件里
phonecall@channel: 打电话 电话 致电 来电 打给
appmsg@channel: 站内信 消息 app里 站内 旺旺 聊天窗口
carrier_sto@carrier: 申通
carrier_jd@carrier: 京东 京东快递 京东物流
carrier_jt@carrier: 极兔
carrier_db@carrier: 德邦
find: 找 找到 查到 查 查看 查询 核实 核查
lost_: 丢 丢了 丢失 遗失 弄丢 找不着 找不到 丢件 不见 没影 没了 ~没丢 ~没有丢 ~在途 ~还在路上 ~在路上 ~找得到 ~找到了
tear: 撕 撕掉 撕开 撕下
pull: 拉 拽 扯 拉伸 抻
press: 按 长按 摁 按住 戳 捅 点按 按下
reset_: 恢复出厂 复位 重置 还原 reset 恢复 初始化
restart: 重启 断电 拔电 拔插 重新开机 关机
plug: 插 插上 接 接上 连接
screw: 拧 螺丝 旋 上紧 拧紧 紧固
stick: 贴 粘 粘贴 黏 胶 胶水 双面胶 免钉胶
punch: 打孔 钻孔 打洞 钻 电钻 打眼 ~免打孔 ~不打孔 ~不用打孔 ~不用钻
assemble: 组装 拼装 拼 装起来 搭 安装 装好 装 散件 散装 拆成几块 拼接 ~整装
selfinstall: 自己装 自行安装 自己安装 自装 自己动手 自己拼 diy 自己组装 自己动手装 动手装
mastercome: 师傅 安装师傅 师傅上门 工人 工程师 叫人 请人 有人 喊人 叫师傅 找师傅 专业人员
measure_: 量 测量 测 量一下 量量
fill: 充 充值 充钱 填 冲
wrongfill: 充错 填错 号错 错号 输错 写错 错号码 充错号
pour: 倒 倒进 冲 丢 扔 倒掉
flush: 冲马桶 冲厕所 马桶 厕所 冲走 下水道
bit: 少量 一点点 一小团 一团 分次 一坨 一点 少许 小块 ~整盆 ~一大盆 ~全倒 ~一次倒完 ~一次性
clog: 堵 堵塞 堵住 堵了
rest_: 休息 静坐 歇 坐着 坐一会 歇会 静息 平静 坐个
walk_: 走 走路 走动 活动 散步 运动
wear_: 穿 戴 佩戴 上身 穿着 戴着 套
take_off: 摘 脱 摘下 取下 拿下来 脱下 不戴
sleep_: 睡 睡觉 睡得下 住 躺
hold_: 装 放 容纳 放得下 装得下 塞 塞得下 装进 放进 塞得进 塞进 挤得下 挤得进 搁得下 搁进 放得进 装得进 容得下 装下 塞下 装不下 放不下 塞不下 塞不进 搁不下 放不进 装不进 容不下 挤不下
cover_: 盖 罩 遮 套住 盖住 盖着 捂住 搭在 搭上 搭上面 罩住
engrave: 刻 刻字 雕刻 激光刻 定制 打字 印字 印 打标 白刻
letters@script: 字母 英文 缩写 英语 拼音
hanzi@script: 汉字 中文 中国字 国字
card_: 贺卡 卡片 手写卡 小卡片 祝福卡 留言卡
giftbox: 礼盒 礼盒装 礼品盒 包装盒 精装 送礼
giftbag: 礼袋 手提袋 袋子 拎袋
sealfilm: 塑封 膜 塑封膜 包膜 塑料膜 封膜
copy_: 复印 影印 盗版 翻印
publisher: 出版社 出版 正版书
answerbook: 答案 解析 参考答案 答案解析
ink: 墨 墨水 笔芯 墨囊
points_: 积分 分数 金币 会员分
convert: 抵 抵扣 抵现 换 兑换 折现 抵钱
member: 会员 vip 等级 会员卡
special_: 特价 清仓 打折款 尾货 秒杀 清仓款 折扣款 特价款 促销款 打折的 清仓专区 清仓区 处理区 处理款 甩卖 特惠
join_: 参加 参与 叠加 同享 一起用 使用
threshold_: 门槛 满 起用 凑够 凑单 要够 够 ~无门槛 ~没门槛 ~没有门槛 ~不限金额
negotiate: 砍价 讲价 便宜 少点 优惠 议价 让点 抹零 便宜点 ~一口价 ~不还价 ~不讲价 ~一个价 ~不议价 ~不打折 ~没优惠
bulk: 批发 批量 团购 多买 量大 拿货 多拿
wholesale: 批发价 团购价 出厂价
stockin: 补货 到货 来货 补 上货 上架 ~断码 ~停产 ~绝版 ~下架 ~不做了 ~不做喽 ~不生产 ~不再生产 ~停产了 ~不补了 ~不再有 ~没得了 ~不开线 ~卖光散伙 ~卖完为止 ~卖完拉倒 ~退市 ~断产 ~没有下一批 ~厂里停了 返场 再到货 再来一批 加单 翻单 再上
instock: 现货 有货 有现货 有库存 仓库有 没货 无货 缺货 断货 卖光 售罄 卖完 没现货 没有货 卖空 抢光
preorder: 预售 预定 预订 定做 订做 定制 要等 排单 ~现货
making: 制作 赶制 做好 裁剪 生产 加工 定做 工期 制作期
reject: 拒收 拒签 不签收 别签 不签 拒绝签收 不收 别收 拒了 拒掉 让他拉回去 让他拉走 让他带回去 不要收 退给快递 直接拒 摆手 ~先签收 ~先收下 ~得先收 ~签了再 ~收下来 ~必须签收 ~拒不了 ~签收后再 ~收了再
reorder: 重拍 重新拍 再拍 重新下单 重新买 再下单 重拍一单 重买
modify: 改 修改 更改 变更 换 改成 改动 改掉 改好 白改
address_: 地址 收货地址 收件地址 收货信息 住址
remark: 备注 留言 注明 备注里 写备注
intercept: 拦截 拦 追回 召回 截回 拦下
dispute: 平台介入 小二 仲裁 申诉 平台
half_: 一半 半价 半 五成 对半 过半 二分之一 半锅 半桶 对折
allmoney: 全额 全款 全退 一分不少 全部退 钱全 全部金额 所有钱 原价退 ~一半 ~部分 ~扣 ~扣除 ~打折退 整笔 一分不剩 全数 如数 一分不扣 分文不少 一毛不少 退全款 一分不差 全退您 ~百分之五十
noreturngoods: 不用寄回 仅退款 不用退回来 不需寄回 货不用退 不用寄 货您留着 不用退货 ~寄回 ~退货退款 ~寄回来 ~退回来 您留着 归您 就是您的 不用还 您扔了 您处理 留给您 不用交 ~一并寄回 ~带回 ~收走 ~回收
balance_@wallet2: 余额 钱包 店铺余额 账户余额 店铺钱包 余额里
originalway@wallet2: 原路 原路退回 原路返回 从哪付 从哪扣 从哪来 哪来 付款的地方 原付款 付款账户 原账户 原支付 哪儿来 怎么付 支付渠道 原渠道 哪里付 哪付 付款那个地方 回那张卡 原卡 原处 原来那张卡 付款那张
bankcard_@wallet2: 银行卡 卡里 卡上 储蓄卡
arrive_acc: 到账 到 退到 收到钱 打到 打给 看到钱 到帐 打款 进账 入账
threefold@compens: 假一赔三 退一赔三 赔三倍 三倍 三份钱
tenfold@compens: 假一赔十 赔十倍 十倍
onefold@compens: 假一赔一 假一罚一
recommend/.4: 建议 推荐 适合 合适 选 拿 挑 选择 首选 穿 拍
better/.5: 更好 更适合 好些 强 强些 更强 划算
game: 游戏 打游戏 电竞 开黑 玩游戏 吃鸡
latency: 延迟 延时 卡顿
denoise: 降噪 主动降噪 隔音 消噪
office: 办公 上班 写字 文档 办公用
travel: 出差 旅行 旅游 出门 通勤
carry_: 带上飞机 登机 托运 随身带 上飞机 客舱 登机箱 行李架 过安检 随身行李 拎进去 机舱 带上高铁
compat: 适配 兼容 适用 装得上 能装 通用 能配 匹配 装得了 支持 对得上 ~装不了 ~装不上 ~配不上 ~对不上
carmodel: 车型 款 年款 车
childuse: 宝宝 婴儿 孩子 小孩 儿童 宝贝 娃 小朋友 新生儿 娃娃 崽
preg: 孕妇 孕期 怀孕 哺乳期 准妈妈 孕妈 哺乳 怀着 怀着孕 宝妈 备孕 怀着宝宝 怀二胎 怀孕的 有宝宝的 卸货 卸了货
oldman: 老人 长辈 爸妈 父母 老人家 爷爷奶奶 上年纪
man_: 男 男士 男生 男款 男的
woman_: 女 女士 女生 女款 女的
signature: 签收 签字 本人签
signed_n: 签收 收到 收货 收到货 确认收货 到手 点收货
invoice_t@title: 个人抬头 个人 抬头个人
invoice_c@title: 公司抬头 单位抬头 企业抬头 公司
taxno: 税号 纳税人识别号 开票信息
original_pack: 原包装 原盒 原装盒 包装盒 外包装
accessory: 配件 零件 附件 螺丝包 备件
manual_: 说明书 教程 使用说明 视频 安装视频 图纸
quiet: 静音 安静 没声音 声音小 不吵 没噪音 无声 听不见 ~吵 ~噪音 ~声音大 ~有声音 ~响 ~噪声 没声 没声儿 听不着 不出声 ~有声 ~嗡嗡 ~轰轰 ~咔咔 ~哒哒
powerdraw: 耗电 费电 度电 功率 用电 瓦数 ~省电 ~节能 ~不费电
fast: 快 很快 快速 快充 急速 ~慢 ~很慢 ~慢点 ~慢充
easy: 简单 容易 方便 好装 好弄 轻松 不难 傻瓜式 ~难 ~麻烦 ~复杂 ~不好弄 ~费劲
expensive: 贵 高价 偏贵 ~便宜 ~实惠 ~划算 ~不贵 ~低价
enough: 够 足够 够用 充足 足足 够了 管够 ~不够 ~不足 ~不太够
warm_: 保暖 暖和 暖 御寒 抗冻 穿得住 扛得住 够暖 不冷 抗寒 ~冷 ~扛不住 ~冻 ~不保暖 ~不够暖 ~不暖和 ~穿不住 ~顶不住
bright: 亮 白 显白 提亮 ~暗 ~暗沉 ~显黑
cakey: 卡粉 浮粉 起皮 搓泥 拔干
moisturise: 保湿 补水 滋润 水乳 乳液 面霜 打底 上水乳 润
spf: 防晒 隔离 spf
allergy: 过敏 敏感 敏感肌 泛红 刺激 痒 红肿 烂脸 ~不过敏 ~温和 ~不刺激 ~无刺激 起疹 红疹 起疹子 疹子 发红 刺痛 爆痘 长痘 瘙痒 发痒
itch: 扎 痒 刺 扎人 扎肉 ~不扎 ~不扎人 ~亲肤
bug: 虫 虫子 生虫 蛀 虫眼
water_plant: 浇水 浇 淋水 浇透
sunlight: 阳光 光照 晒 太阳 散光 见光 日照 光线 ~避光 ~阴凉 ~耐阴 ~遮阴
bloom: 开花 花期 开 花苞 含苞
potplant: 盆 花盆 带盆 连盆 ~裸根 ~不带盆
string_: 弦 琴弦
tune: 调音 校音 调 音准 跑音 走音
antenna: 信号 网络 wifi
storage_m: 内存 存储 容量
cell_health: 电池健康 健康度 电池效率 电池
deadpixel: 亮点 坏点 暗点
account: 账号 账户 帐号
card_key: 卡密 兑换码 激活码 充值码
direct_charge: 直充 自动到账 直接充
`;
