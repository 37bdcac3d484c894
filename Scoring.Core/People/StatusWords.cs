namespace Scoring.Core.People;

/// <summary>R-B8: what each status is called.</summary>
public static class StatusWords
{
    public static string Of(EntrantStatus status) => status switch
    {
        EntrantStatus.Normal => "正常",
        EntrantStatus.Absent => "缺考",
        EntrantStatus.Withdrawn => "弃赛",
        EntrantStatus.Disqualified => "取消资格",
        EntrantStatus.Eliminated => "超时淘汰",
    };
}
