/**
 * Facts that come with their opposite (in use / to be stopped, by chance / of your choice), and small families that exclude
 * each other. Form as in the other word lists.
 */
export const PAIRS = `
goonuse: 继续用 继续使用 接着用 坚持用 照用 坚持 别停 适应几天 适应一下 再用几天 接着抹 照常用 ~停用 ~先停 ~停一停 ~停下来 ~停掉 ~立即停 ~暂停使用 ~停止使用 ~先搁着 ~先放着
longtime: 长时间 太久 很久 泡久 久泡 过久 好久 久放 久存 时间长 时间久 时间太长 太长时间 泡太久 久了 ~一小会 ~片刻 ~短时间
bulky: 臃肿 会鼓 鼓鼓 鼓起 鼓起来 鼓包 撑起来 ~平整 ~平平整整 ~服帖 ~贴合 ~不鼓 ~不显臃肿 ~不显胖 ~不显厚 ~不显鼓 ~看不出来胖 会显胖 会显厚
icy: 结冰 冰面 冻住 上冻 冰上 冰雪 溜冰场 雪地 结了冰
alter_: 改 裁短 剪短 截短 裁掉 截掉 裁了 能截 动刀 动剪刀 剪刀 剪子 锁边 裁剪 裁过 白改
pricelist: 价格单 价签 小票 发货单 购物清单 清单 价格条 单据
shimmer: 亮片 闪的 珠光 亮晶晶 闪粉 闪片 细闪 ~哑光 ~雾面 ~磨砂 ~哑的 ~全哑
flicker: 频闪 会闪 微闪 闪烁 闪 ~无频闪
insulate: 保温 保温包装 保温袋 保温箱 泡沫箱 裹棉 裹层棉 棉套 冰袋 冰包 防冻 套保温
thaw: 化开 回温 解冻 缓过来 融化 化冻
freeze_: 冻 冻住 冻坏 冻裂 冻成 冻过 结冰 冻了
reach_: 凑够 凑满 凑到 凑齐 凑 买够 买满 够数 拍满 ~凑不齐 ~凑不够 ~凑不到 ~没凑够 ~不满 ~没满 ~不到门槛 ~还差
lightrain@rainfall/.6: 小雨 毛毛雨 细雨 雨丝 几滴雨 小雨天 露水
heavyrain@rainfall/.6: 大雨 暴雨 倾盆 瓢泼 下大雨 台风 大暴雨 台风天 暴雨天
pearl_fresh@pearl: 淡水 淡水珠 淡水珍珠 淡水养殖 河蚌 蚌壳
pearl_sea@pearl: 海水 海水珠 海水珍珠 海珠
pearl_fake@pearl: 贝珠 仿珠 仿珍珠 人造珠 贝壳粉 玻璃珠 塑料珠
silk_mulberry@silkkind: 桑蚕丝 桑蚕
silk_tussah@silkkind: 柞蚕丝 柞蚕
m_eva@stuff: eva 泡沫 发泡 泡沫底
m_techcloth@hide: 科技布 猫抓布 布艺 布的 绒布
m_alloy@metal: 合金 合金的 合金电镀
m_kgold@metal: 18k 18k金 k金
pure: 纯的 纯纯 全是 百分百 百分之百 没掺 一丝没掺 ~混纺 ~掺 ~掺了 ~不纯
vent: 通风 开窗 敞开 敞着 散味 开门通风 吹吹风 透透气 晾一晾 散一散 散散味
twist@penkind: 拧一拧 旋转 旋出 转出来 拧出来 转的 拧的 旋转式 自动笔
sharpen@penkind: 削 卷笔刀 转笔刀 削笔刀 木头笔
otherend: 另一头 另一端 那头 尾端 双头
dualcard: 双卡 两张卡 双待 双卡双待 ~单卡
memcard: 内存卡 存储卡 tf卡 sd卡 储存卡 卡槽
expand: 扩展 加装 扩容 加内存 插槽 扩 扩内存 加条 ~焊死 ~板载
data_/.5: 数据 资料 聊天记录 通讯录 文件 记录
dataloss: 清空 清除 抹掉 格式化 清掉 弄没 删掉 ~还在 ~保留 ~都在 ~存着 ~照样认 ~不用重录
multidevice: 双设备 一拖二 同时连 两台设备 双连接 同时连接 ~只能连一个 ~只能连一台
fitall: 通用 万能 都能装 谁都能 ~专用 ~专车专用 ~打版
floorheat: 地暖 地热 水暖
reusable: 能再用 重复用 反复用 可重复 重复使用 ~一次性 ~用完扔 ~用完丢 ~用完就扔 ~丢弃
spare: 备用 备件 替换 替换的
force: 使蛮劲 使劲 用力 强行 硬来 硬掰 硬开 蛮力 硬撬
hollowwall: 空心 空心砖 空心墙 石膏板 轻体墙 隔墙
solidwall: 实心墙 混凝土 砖墙 承重墙
drystate: 干手 干脸 干着 保持干燥 擦干 别弄湿 ~湿手 ~湿脸 ~湿着 ~打湿 ~沾湿
afteropen@opened: 开封后 拆封后 打开后 拆后 开盖后
beforeopen@opened: 未开封 没开封 未拆封 没拆封 开封前
limitonce: 仅限一次 只能一次 就一次 就一回 一次机会 仅一次 ~多次 ~几次都行 ~几回都 ~不限次数 ~次数不限 ~随便几次
fromfactory@sender: 厂家 厂里 厂子 工厂 品牌方 原厂 厂家直发
fromshop@sender: 我们店里 店里发 自己仓 我们仓 咱仓
customs: 保税 保税仓 海关 通关 报关 清关 跨境 通关单
antifake: 防伪 防伪码 真伪 查真伪 验真 扫码查 扫一扫 扫码 扫扫看
at_bottom@markplace: 瓶底 罐底 盒底 杯底
at_cap@markplace: 瓶盖 盖子内侧 盖内 瓶口
at_box@markplace: 外盒 盒侧 外箱
alcohol: 酒精 乙醇 ~无酒精
checked: 托运 办托运
supplied/.6: 附带 配有 自带 标配 随附 内含 附送 配了 配好 配齐 带有 含有 随箱 随盒 不含 没配 不带 没带 不配 不附 没附 送了 都送 配上 给配
counted: 计入 算进 算进去 作数 算数 算在内 累计 计算在内
excess: 超过部分 超出 超出部分 超过的 多出来 多出的 多的 再多的 零头 不够的 差额 超了的 多出去
discard: 扔 扔掉 扔了 丢掉 丢弃 倒掉 倒了 处理掉 自己丢 ~别扔 ~留着 ~保留 ~别丢 ~收好 ~留好
dilute: 兑水 兑 掺水 加水 稀释 勾兑 兑点水 ~原液 ~直接倒
mixuse: 混用 混加 倒一块 混着用 混着加 掺着用 ~放干净 ~排空 ~放空 ~喷完 ~用完再加
pad_: 垫 垫子 隔热垫 垫一下 垫着
fixwall: 固定墙 固定到墙 固定在墙 打墙 打膨胀 膨胀螺丝 锁墙 上墙 防倒 膨胀
downleak: 钻绒 钻毛 跑毛 跑绒 漏绒 掉毛 飞绒 漏毛
metal_/.5: 金属 铁的 不锈钢 铝 铁 钢 铁的碗 锡纸
empty_: 空载 空转 空机 空烧 空烤 空着 干烧 空的 里面没东西 里头啥也没有
curtain: 窗帘 拉帘子 遮光 拉上窗帘 拉窗帘 帘子
atmost/.4: 最多 最高 封顶 顶格 顶天 上限 至多 不超过 最大 撑死 顶多 别超 不能超 别超过
atleast/.4: 至少 起步 最少 打底 最低 不低于 以上 往上 起码
normal_: 正常 正常的 正常现象 都这样 不算毛病 不是毛病 难免 通病 自然现象 没坏 不是坏了 免不了 常有的 很常见 ~坏了 ~故障 ~有毛病 ~有问题
scrape: 铲 刮 铲除 刮掉 铲掉 清掉 铲干净 刮干净
cooled: 放凉 冷却 凉透 凉了 等凉 不烫手 不烫了 凉下来 降温 凉下去
waterlog: 水泡 泡水 被水泡 跑水 进水 浸水 泡坏 淹 灌水 泡了水
oem: 原装 原配 原厂 ~副厂 ~杂牌 ~别家 ~别的牌子 ~非原装 ~第三方 ~别人的
byus/.7: 我们来 我们办 我们弄 我们处理 我们去 交给我们 包在我们 替您 代您 代办 帮您办 店里办 我来办 您不用管 不用您管 ~您自己去 ~自己去 ~您自己联系 ~您自己找 ~得您自己 ~您得自己 ~要您自己 ~自己去办
fits_: 套得上 套得住 戴得进 戴得下 穿得进 穿得下 戴得上 扣得上 能套 ~戴不进 ~穿不进 ~套不进 ~套不上 ~穿不下
pricemove: 涨价 涨 贵了 上调 涨了 ~降价 ~跌 ~降了 ~下调 ~掉价
custom_: 定制 定做 订做 专门给您做 单独给您做 给您裁 照您 量身 打版 ~现成 ~标准款 ~成品
danger: 危险 起火 着火 漏电 触电 爆炸 会炸 炸 打火 烧坏 烫伤 伤人
packing: 气泡膜 气泡柱 气泡袋 泡沫垫 木架 木箱 打木架 加固 裹好 包严实 防震 防摔 缓冲
pledge: 押金 押的钱 保证金 ~免押 ~不押 ~0押
autorenew: 自动续 自动续费 自动扣 自动扣费 连续包月 ~手动续 ~到期就停 ~到期自己停
sharedacct@acct: 共享 多人用 合租
ownacct@acct: 独享 独立账号 一个人用 独立
makerwarranty@warrantyby: 全国联保 官方联保 厂家保 厂家质保 官方质保 官方保修
shopwarranty@warrantyby: 店保 店铺保修 店铺质保 本店保
onsite@repairplace: 上门修 上门维修 上门检测
mailin@repairplace: 寄修 返厂 寄回厂 寄回来修 返厂修
dropin@repairplace: 送修 送店 到店修 网点修 送网点 送售后点
live_: 直播 直播间 主播 直播价
paidto: 到店付 现场付 当面付 现付 现场给 当场付 当场给
`;
