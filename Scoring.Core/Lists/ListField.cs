using System.Text;

namespace Scoring.Core.Lists;

/// <summary>Columns a 报名表 or 选手名册 may have (R-I1).</summary>
public enum ListField
{
    Name, Gender, Nation, IdType, IdNumber, Education, Phone, Organization, Trade, ExamNumber, FormerCertificate, Grade, Leader, LeaderPhone,
    Mark, Code, Remark, Serial, Title, Role, Module, Recusal, Seat,
}

/// <summary>Which column a header means, by its words and their synonyms (R-I1a).</summary>
public static class ListHeaders
{
    private static readonly (ListField Field, string[] Words)[] Known =
    [
        (ListField.LeaderPhone, ["领队手机", "领队电话", "领队联系电话", "领队联系方式", "领队手机号", "领队手机号码"]),
        (ListField.Leader, ["领队", "领队姓名", "带队人", "领队人"]),
        (ListField.Name, ["姓名", "选手姓名", "参赛选手", "参赛选手姓名", "参赛人员", "参赛人姓名", "考生姓名", "选手", "裁判姓名", "参赛者"]),
        (ListField.Gender, ["性别"]),
        (ListField.Nation, ["民族"]),
        (ListField.IdType, ["证件类型", "证件类别", "证件种类", "证件名称"]),
        (ListField.IdNumber, ["证件号码", "身份证号", "身份证号码", "身份证", "证件号", "居民身份证号码", "公民身份号码", "身份证件号码", "有效证件号码"]),
        (ListField.Education, ["文化程度", "学历", "最高学历"]),
        (ListField.Phone, ["手机", "手机号", "手机号码", "联系电话", "电话", "联系方式", "移动电话", "选手手机", "本人手机", "选手电话"]),
        (ListField.Organization, ["单位", "工作单位", "所在单位", "单位名称", "参赛单位", "选送单位", "企业名称", "所属单位", "推荐单位", "代表队", "学校", "院校", "企业"]),
        (ListField.Trade, ["工种", "参赛工种", "赛项", "参赛项目", "参赛赛项", "竞赛项目", "申报工种", "项目", "职业工种", "报名工种", "参赛职业", "竞赛工种", "职业"]),
        (ListField.ExamNumber, ["准考证号", "准考证号码", "参赛证号", "考号", "参赛号"]),
        (ListField.FormerCertificate, ["原证书号", "原证书编号", "原职业资格证书编号", "证书编号", "现证书编号"]),
        (ListField.Grade, ["现等级", "等级", "技能等级", "职业资格等级", "现技能等级", "原等级", "现职业技能等级"]),
        (ListField.Mark, ["成绩", "分数", "得分", "理论成绩", "理论分数", "总分", "考试成绩", "理论"]),
        (ListField.Code, ["代号", "抽签号", "编码", "号码"]),
        (ListField.Remark, ["备注", "说明"]),
        (ListField.Serial, ["序号", "编号", "序"]),
        (ListField.Title, ["职称", "职务", "职称职务", "职务职称", "技术职称"]),
        (ListField.Role, ["角色", "裁判角色", "裁判类别", "岗位", "担任职务", "分工"]),
        (ListField.Module, ["模块", "执裁模块", "任务", "负责模块"]),
        (ListField.Seat, ["席位", "席位号", "裁判号", "评委号", "裁判席位"]),
        (ListField.Recusal, ["回避", "回避单位", "回避选手", "需回避"]),
    ];

    private static readonly Dictionary<string, ListField> ByWord = Known
        .SelectMany(k => k.Words.Select(w => (w, k.Field)))
        .ToDictionary(k => k.w, k => k.Field, StringComparer.Ordinal);

    /// <summary>Null: no header this program knows.</summary>
    public static ListField? Recognize(string text)
    {
        var words = Bare(text);
        return ByWord.TryGetValue(words, out var field) ? field : null;
    }

    /// <summary>The rules' own name of a field, for the preview.</summary>
    public static string Name(ListField field) => Known.First(k => k.Field == field).Words[0];

    // Spaces, line breaks, what stands in brackets, stars and colons say nothing about which column it is.
    private static string Bare(string text)
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
                bare.Append(c);
            }
        }

        return bare.ToString();
    }
}
