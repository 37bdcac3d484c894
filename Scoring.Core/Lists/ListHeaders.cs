using System.Text;
using Scoring.Core.Definition;

namespace Scoring.Core.Lists;

/// <summary>Which column a header means, by its words and their synonyms, Chinese, English or both (R-I1a).</summary>
public static class ListHeaders
{
    private static readonly (ListField Field, string[] Words)[] Known =
    [
        (ListField.LeaderPhone, ["领队手机", "领队电话", "领队联系电话", "领队联系方式", "领队手机号", "领队手机号码", "领队姓名及电话", "leader phone", "leader mobile", "team leader phone"]),
        (ListField.Leader, ["领队", "领队姓名", "带队人", "领队人", "带队领导", "带队教师", "leader", "team leader", "leader name"]),
        (ListField.Name, ["姓名", "名字", "选手", "参赛人员", "参赛人", "参赛者", "参赛选手", "考生", "人员姓名", "name", "full name", "contestant", "competitor", "candidate"]),
        (ListField.Gender, ["性别", "gender", "sex"]),
        (ListField.Nation, ["民族", "ethnicity", "ethnic group"]),
        (ListField.IdType, ["证件类型", "证件类别", "证件种类", "证件名称", "身份证件类型", "有效证件类型", "id type", "document type"]),
        (ListField.IdNumber,
            ["证件号码", "身份证号", "身份证号码", "身份证", "证件号", "证件编号", "居民身份证", "居民身份证号", "居民身份证号码", "公民身份号码", "公民身份证号码", "身份证件号", "身份证件号码", "有效证件号码", "有效证件号", "身份号码", "身份证证号",
             "身份证或护照号码", "id", "id no", "id number", "id card", "id card no", "id card number", "document number", "document no", "passport no", "passport number"]),
        (ListField.Education, ["文化程度", "学历", "最高学历", "学历层次", "education"]),
        (ListField.Phone,
            ["手机", "手机号", "手机号码", "联系电话", "电话", "电话号码", "联系方式", "移动电话", "联系手机", "联系号码", "手机电话", "phone", "mobile", "tel", "telephone", "phone number", "mobile phone", "mobile number", "contact"]),
        (ListField.Organization,
            ["单位", "工作单位", "所在单位", "单位名称", "参赛单位", "选送单位", "企业名称", "所属单位", "推荐单位", "代表队", "学校", "院校", "企业", "代表单位", "派出单位", "报送单位", "公司", "公司名称", "学校名称", "院校名称", "所在企业", "所在学校",
             "所在院校", "所属企业", "就业单位", "现工作单位", "工作单位名称", "所在公司", "服务单位", "隶属单位", "单位全称", "organization", "organisation", "company", "employer", "institution", "school", "unit"]),
        (ListField.Trade,
            ["工种", "参赛工种", "赛项", "参赛项目", "参赛赛项", "竞赛项目", "申报工种", "项目", "职业工种", "报名工种", "参赛职业", "竞赛工种", "职业", "比赛项目", "比赛工种", "竞赛赛项", "赛项名称", "工种名称", "项目名称", "执裁项目", "执裁工种", "执裁赛项",
             "报考工种", "考试工种", "竞赛职业", "报名项目", "报名赛项", "职业名称", "参赛类别", "专业工种", "trade", "skill", "event", "competition event", "skill name"]),
        (ListField.ExamNumber, ["准考证号", "准考证号码", "参赛证号", "考号", "参赛号", "准考证", "考试号", "准考证编号", "参赛证编号", "exam number", "exam no", "admission number", "admission no", "candidate number", "candidate no"]),
        (ListField.FormerCertificate,
            ["原证书号", "原证书编号", "原职业资格证书编号", "证书编号", "现证书编号", "证书号", "证书号码", "原证书号码", "职业资格证书编号", "技能等级证书编号", "原技能等级证书编号", "certificate no", "certificate number"]),
        (ListField.Grade, ["现等级", "等级", "技能等级", "职业资格等级", "现技能等级", "原等级", "现职业技能等级", "职业技能等级", "现职业资格等级", "现有等级", "原技能等级", "grade", "level"]),
        (ListField.Mark, ["成绩", "分数", "得分", "理论成绩", "理论分数", "总分", "考试成绩", "理论", "理论得分", "理论考试成绩", "最终成绩", "卷面成绩", "卷面分", "理论知识成绩", "score", "mark", "marks", "result", "theory"]),
        (ListField.Code, ["代号", "抽签号", "编码", "号码", "参赛代号", "抽签代号", "code"]),
        (ListField.Remark, ["备注", "说明", "附注", "remark", "remarks", "note", "notes"]),
        (ListField.Serial, ["序号", "编号", "序", "no", "serial", "行号", "顺序"]),
        (ListField.Title, ["职称", "职务", "职称职务", "职务职称", "技术职称", "职称或职务", "title"]),
        (ListField.Role, ["角色", "裁判角色", "裁判类别", "岗位", "担任职务", "分工", "裁判职务", "裁判岗位", "裁判分工", "执裁岗位", "担任角色", "拟任岗位", "拟任职务", "工作分工", "裁判类型", "role", "position"]),
        (ListField.Module, ["模块", "执裁模块", "任务", "负责模块", "评分模块", "执裁任务", "module"]),
        (ListField.Seat, ["席位", "席位号", "裁判号", "评委号", "裁判席位", "seat"]),
        (ListField.Recusal, ["回避", "回避单位", "回避选手", "需回避", "回避单位或选手", "应回避", "回避对象", "recusal", "conflict of interest"]),
        (ListField.Team, ["队名", "队伍名称", "参赛队", "参赛队名", "参赛队名称", "团队名称", "队伍", "团队", "团队名", "战队名称", "队别", "小组名称", "组名", "team", "team name"]),
        (ListField.Members, ["成员", "队员", "团队成员", "参赛队员", "成员姓名", "队员姓名", "小组成员", "成员名单", "队员名单", "组员", "队长", "组长", "members",
            "team members", "member", "captain"]),
        (ListField.MemberIdNumber,
            ["成员证件号码", "成员证件号", "成员身份证号", "成员身份证号码", "成员身份证", "队员证件号码", "队员证件号", "队员身份证号", "队员身份证号码", "队员身份证", "组员身份证号",
             "member id number", "member id", "members id numbers"]),
        (ListField.MemberPhone, ["成员手机", "成员手机号", "成员手机号码", "成员电话", "成员联系电话", "成员联系方式", "队员手机", "队员手机号", "队员手机号码", "队员电话", "队员联系电话",
            "队员联系方式", "组员电话", "member phone", "members phones"]),
        (ListField.Work,
            ["作品名称", "作品", "参赛作品", "参赛作品名称", "作品题目", "作品名", "作品标题", "菜品名称", "成果名称", "work", "work title", "title of work", "entry title"]),
        (ListField.Tag,
            ["标签", "组别", "组别名称", "产业链", "行业", "区县", "级别", "赛区", "片区", "系统", "类别", "县区", "市州", "地市", "category", "division", "age group",
                "region",
             "industry", "称呼", "称谓", "尊称", "salutation", "外文名", "外文姓名", "英文名", "英文姓名"]),
        (ListField.Group, ["评审组", "裁判组", "评分组", "考场", "场次", "考场号", "panel group", "room", "session"]),
        (ListField.FormerRank, ["原名次", "初赛名次", "预赛名次", "选拔名次", "选拔赛名次", "名次", "排名", "晋级名次", "初赛排名", "预赛排名", "rank", "place",
            "earlier rank"]),
        (ListField.FormerTotal,
            ["原成绩", "初赛成绩", "预赛成绩", "选拔成绩", "选拔赛成绩", "晋级成绩", "初赛总分", "预赛总分", "带入成绩", "earlier total", "carried total", "qualifying score"]),
        (ListField.FormerContest,
            ["来自比赛", "选拔比赛", "选拔赛", "来源赛事", "选拔赛事", "晋级赛事", "推荐赛事", "初赛名称", "from contest", "qualifier", "qualified from"]),
        (ListField.Award,
            ["奖项", "荣誉称号", "称号", "荣誉", "荣誉名称", "奖项名称", "获奖名称", "获奖等级", "获得荣誉", "获得称号", "奖励名称", "所获奖项", "award", "honour", "honor"]),
        (ListField.AwardLevel, ["奖项级别", "荣誉级别", "授予级别", "获奖级别", "award level"]),
        (ListField.Giver, ["颁发单位", "授予单位", "颁奖单位", "颁发机构", "授予机构", "表彰单位", "发证单位", "issuer", "awarded by", "given by"]),
        (ListField.AwardedAt, ["颁发日期", "获奖时间", "获奖日期", "授予时间", "授予日期", "颁发时间", "表彰时间", "获奖年份", "年份", "date", "awarded", "year"]),
        (ListField.Going, ["晋级情况", "是否晋级", "晋级", "晋级状态", "晋级结果", "是否参赛", "参赛意向", "qualified", "advance"]),
    ];

    // Words before a header's own word that do not change what it is.
    private static readonly string[] Before = ["参赛选手", "参赛人员", "参赛者", "参赛队员", "参赛", "选手", "考生", "学生", "本人", "个人", "裁判员", "裁判", "专家",
        "运动员", "报名者", "报名人", "所属", "所在", "竞赛", "比赛", "申报人", "员工", "职工", "您的", "请填写", "填写", "人员"];

    private static readonly string[] After = ["全称", "必填", "选填", "信息", "一栏", "名称", "填写"];

    private static readonly string[] Leaders = ["领队", "带队", "leader"];

    private static readonly string[] Others = ["教练", "指导教师", "指导老师", "联系人", "联络人", "联络员", "紧急", "填报人", "填表人", "经办人", "负责人", "监护人", "家属", "推荐人", "配偶", "学徒", "师傅", "coach", "emergency"];

    private static readonly Dictionary<string, ListField> ByWord = Known
        .SelectMany(k => k.Words.Select(w => (Word: Bare(w), k.Field)))
        .ToDictionary(k => k.Word, k => k.Field, StringComparer.Ordinal);

    /// <summary>Null: no header this program knows.</summary>
    public static ListField? Recognize(string text)
    {
        var words = text.Length > 60 ? "" : Bare(text);
        if (words.Length == 0)
        {
            return null;
        }

        if (InWords(words) is { } whole)
        {
            return whole;
        }

        var (chinese, latin) = (string.Concat(words.Where(c => !char.IsAscii(c))), string.Concat(words.Where(char.IsAsciiLetter)));
        return chinese.Length > 0 && latin.Length > 1 && InWords(chinese) is { } one && (InWords(latin) is not { } two || one == two) ? one : null;
    }

    /// <summary>The rules' own name of a field, for the preview; of a trade's the contest's.</summary>
    public static string Name(ListField field, string tradeWord = TradeWord.Usual) =>
        field == ListField.Trade ? tradeWord : Known.First(k => k.Field == field).Words[0];

    /// <summary>The kind of a tag by its column's words (R-K15): 参赛组别 and Category are 组别; of other words, the words themselves.</summary>
    public static string TagKind(string header)
    {
        var words = Bare(header);
        var chinese = string.Concat(words.Where(c => !char.IsAscii(c))) is { Length: > 0 } some ? some : words;
        var own = Before.FirstOrDefault(b => chinese.Length > b.Length && chinese.StartsWith(b, StringComparison.Ordinal)) is { } start
            ? chinese[start.Length..] : chinese;
        return own switch
        {
            "组别名称" or "类别" or "category" or "division" or "agegroup" => "组别",
            "县区" => "区县",
            "region" => "赛区",
            "industry" => "行业",
            "称谓" or "尊称" or "salutation" => "称呼",
            "外文姓名" or "英文名" or "英文姓名" => "外文名",
            _ => own.Length > 0 ? own : header.Trim(),
        };
    }

    /// <summary>队长, 组长: a column of members that says what they are.</summary>
    public static string? MemberRole(string header) => Bare(header) is var words
        && (words.StartsWith("队长", StringComparison.Ordinal) || words == "captain") ? "队长"
        : words.StartsWith("组长", StringComparison.Ordinal) ? "组长" : null;

    /// <summary>Whose the columns under these words are.</summary>
    public static HeaderGroup GroupOf(string text)
    {
        var words = Bare(text);
        return Leaders.Any(w => words.Contains(w, StringComparison.Ordinal)) ? HeaderGroup.Leader
            : Others.Any(w => words.Contains(w, StringComparison.Ordinal)) ? HeaderGroup.Other
            : HeaderGroup.Entrant;
    }

    /// <summary>成员1, 队员二, 选手3姓名: one of several members in columns of their own; 0: it is not.</summary>
    public static int MemberNumber(string text) => MemberColumn(text) is { Field: ListField.Members, Key: [var digit] } && char.IsAsciiDigit(digit) ? digit - '0' : 0;

    /// <summary>成员1身份证号, 队长电话: what of which member a column holds (R-K14).</summary>
    /// <returns>Null: it is no column of one member. <c>Key</c>: "1" to "9", 队长, 组长.</returns>
    public static (string Key, ListField Field)? MemberColumn(string text)
    {
        var words = Bare(text);
        foreach (var start in (ReadOnlySpan<string>)["团队成员", "参赛队员", "参赛选手", "成员", "队员", "选手", "组员", "member"])
        {
            if (words.StartsWith(start, StringComparison.Ordinal) && words.Length > start.Length && words[start.Length..] is var rest
                && "一二三四五六七八九".IndexOf(rest[0]) + 1 is var chinese && (chinese > 0 || char.IsAsciiDigit(rest[0]))
                && OfMember(rest[1..]) is { } field)
            {
                return (chinese > 0 ? $"{chinese}" : $"{rest[0]}", field);
            }
        }

        foreach (var (start, key) in (ReadOnlySpan<(string, string)>)[("队长", "队长"), ("captain", "队长"), ("组长", "组长")])
        {
            if (words.StartsWith(start, StringComparison.Ordinal) && OfMember(words[start.Length..]) is { } field)
            {
                return (key, field);
            }
        }

        return null;
    }

    private static ListField? OfMember(string rest) => rest is "" or "姓名" or "name" ? ListField.Members : InWords(rest) switch
    {
        ListField.IdNumber => ListField.MemberIdNumber,
        ListField.Phone => ListField.MemberPhone,
        _ => null,
    };

    /// <summary>Letters and digits in one width and case. Spaces, line breaks, what stands in brackets, stars and colons say nothing about which column it is.</summary>
    public static string Bare(string text)
    {
        var bare = new StringBuilder();
        var depth = 0;
        foreach (var c in text.Normalize(NormalizationForm.FormKC))
        {
            if (c is '(' or '[' or '【')
            {
                depth++;
            }
            else if (c is ')' or ']' or '】')
            {
                depth = Math.Max(0, depth - 1);
            }
            else if (depth == 0 && char.IsLetterOrDigit(c))
            {
                bare.Append(char.ToLowerInvariant(c));
            }
        }

        return bare.ToString();
    }

    private static ListField? InWords(string words)
    {
        if (ByWord.TryGetValue(words, out var field))
        {
            return field;
        }

        if (words.Contains("回避", StringComparison.Ordinal) && !words.Contains("是否", StringComparison.Ordinal) && words.Length <= 16)
        {
            return ListField.Recusal;
        }

        foreach (var start in Before.Where(b => words.StartsWith(b, StringComparison.Ordinal)))
        {
            if (ByWord.TryGetValue(words[start.Length..], out var after) && after is not (ListField.Leader or ListField.LeaderPhone))
            {
                return after;
            }
        }

        return After.Where(a => words.EndsWith(a, StringComparison.Ordinal))
            .Select(a => ByWord.TryGetValue(words[..^a.Length], out var before) ? before : (ListField?)null).FirstOrDefault(f => f is not null);
    }
}
