using Scoring.Core.Lists;

namespace Scoring.Api.Tests.Lists.Sent;

/// <summary>Words that people put above their columns.</summary>
internal static class SentHeaders
{
    public static readonly Dictionary<ListField, string[]> Words = new()
    {
        [ListField.Serial] = ["序号", "编号", "No."],
        [ListField.Name] = ["姓名", "选手姓名", "参赛人员姓名", "姓 名", "*姓名", "姓名 Name", "考生姓名"],
        [ListField.Gender] = ["性别", "性 别", "Gender", "性别（必填）"],
        [ListField.IdType] = ["证件类型", "证件种类"],
        [ListField.IdNumber] = ["身份证号", "证件号码", "身份证号码\n（18位）", "居民身份证号码", "ID Number"],
        [ListField.Phone] = ["手机", "联系电话", "手机号码", "本人手机", "Mobile"],
        [ListField.Organization] = ["单位", "工作单位", "所在单位（盖章）", "代表单位", "参赛单位名称", "Company"],
        [ListField.Trade] = ["工种", "参赛项目", "赛项", "报名工种", "竞赛项目："],
        [ListField.ExamNumber] = ["准考证号", "考号", "准 考 证 号"],
        [ListField.Education] = ["学历", "文化程度"],
        [ListField.Grade] = ["现等级", "技能等级"],
    };
}
