/**
 * Kanji that are written in more than one form, one group a word; the first letter stands for its group. Only for
 * searching: what is registered keeps its form. What NFKC folds by itself (CJK compatibility ideographs) is not listed.
 */

/** 常用漢字表 (平成22年内閣告示第2号): each letter with the 康熙字典体 that the table prints in brackets. */
const oldForms = `
亜亞 悪惡 圧壓 囲圍 医醫 為爲 壱壹 隠隱 栄榮 営營 衛衞 駅驛 悦悅 閲閱 円圓 塩鹽 縁緣 艶艷 応應 欧歐 殴毆 桜櫻 奥奧 横橫
温溫 穏穩 仮假 価價 画畫 会會 絵繪 壊壞 懐懷 概槪 拡擴 殻殼 覚覺 学學 岳嶽 楽樂 缶罐 巻卷 陥陷 勧勸 寛寬 関關 歓歡 観觀
顔顏 気氣 既旣 帰歸 亀龜 偽僞 戯戲 犠犧 旧舊 拠據 挙擧 虚虛 峡峽 挟挾 強强 教敎 郷鄕鄉 狭狹 暁曉 区區 駆驅 勲勳 薫薰 径徑
茎莖 恵惠 掲揭 渓溪 経經 蛍螢 軽輕 継繼 鶏鷄 芸藝 撃擊 研硏 県縣 倹儉 剣劍劔劒 険險 圏圈 検檢 献獻 権權 顕顯 験驗 厳嚴
戸戶 呉吳 娯娛 広廣 効效 恒恆 黄黃 鉱鑛 号號 国國圀 黒黑 砕碎 済濟 剤劑 雑雜 産產 参參 桟棧 蚕蠶 惨慘 賛贊 残殘 糸絲
歯齒 児兒 辞辭 湿濕 実實 写寫 舎舍 釈釋 寿壽 収收 従從 渋澁 獣獸 縦縱 粛肅 緑綠 処處 叙敍敘 将將 称稱 渉涉 焼燒 証證
奨奬 条條 状狀 乗乘 浄淨 剰剩 畳疊 縄繩 壌壤 嬢孃 譲讓 醸釀 触觸 嘱囑 真眞 寝寢 慎愼 尽盡 図圖 粋粹 酔醉 穂穗 随隨 髄髓
枢樞 数數 瀬瀨 清淸 声聲 青靑 静靜 税稅 説說 絶絕 窃竊 摂攝 専專 浅淺 戦戰 践踐 銭錢 潜潛 繊纖 禅禪 双雙 壮壯 争爭 荘莊
捜搜 挿插 巣巢 曽曾 痩瘦 装裝 騒騷 増增 蔵藏 臓臟 即卽 属屬 続續 堕墮 対對 体體 帯帶 滞滯 台臺 滝瀧 択擇 沢澤 担擔 単單
胆膽 団團 断斷 弾彈 遅遲 痴癡 虫蟲 昼晝 鋳鑄 庁廳 徴徵 聴聽 勅敕 鎮鎭 逓遞 鉄鐵銕鐡 点點 転轉 塡填 伝傳 灯燈 当當 党黨
盗盜 稲稻 闘鬪 徳德悳 独獨 読讀 届屆 内內 弐貳 悩惱 脳腦 拝拜 廃廢 売賣 麦麥 発發 髪髮 抜拔 蛮蠻 秘祕 瓶甁 払拂 仏佛
併倂 並竝 餅餠 変變 弁辨瓣辯 歩步 宝寶寳 豊豐 褒襃 翻飜 毎每 万萬 満滿 麺麵 黙默 戻戾 弥彌 訳譯 薬藥 与與 予豫 余餘 揺搖
様樣 謡謠 来來 頼賴 乱亂 覧覽 竜龍 両兩 猟獵 隣鄰 涙淚 塁壘 励勵 礼禮 霊靈 齢齡 暦曆 歴歷 恋戀 炉爐 労勞 郎郞 楼樓 録錄
湾灣 剥剝 頰頬 鋭銳 脱脫 叱𠮟
`;

/** Forms met in names of people, firms and places beside those above (JIS X 0213 letters; 戸籍法施行規則 別表第二). */
const nameForms = `
高髙 崎﨑嵜碕 吉𠮷 辺邊邉 斎斉齋齊斊齎 島嶋嶌 富冨 浜濱濵 桑桒 館舘 柳栁 峰峯 淵渕渊 秋穐 船舩 昇曻 桝枡 槙槇 遥遙 尭堯
薮藪籔 桧檜 籠篭 靭靱 凜凛 巌巖 亘亙 群羣 裏裡 野埜 杯盃 略畧 涼凉 熙煕熈 穎頴 蛎蠣 壺壷 砺礪 麹麴 鴎鷗 祷禱 穣穰 蝉蟬
芦蘆 梼檮 涛濤 焔焰 繋繫 莱萊 蒋蔣 園薗 爾尓 珍珎 鶴靏靍 皐皋 聡聰 讃讚 躯軀 鯵鰺 鹸鹼 箪簞 厨廚 嚢囊 撹攪 掴摑 晋晉
侠俠 倶俱 呑吞 噛嚙 顛顚 騨驒 醤醬 屏屛 溌潑 涜瀆 攅攢 灌潅 諫諌 竈竃
`;

/** Each other form with the letter that stands for its group. */
export const standardForms: ReadonlyMap<string, string> = new Map(
  `${oldForms} ${nameForms}`
    .split(/\s+/)
    .filter(Boolean)
    .flatMap((group) => {
      const [standard = '', ...others] = [...group];
      return others.map((letter): [string, string] => [letter, standard]);
    }),
);
