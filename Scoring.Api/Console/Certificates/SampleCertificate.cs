using Scoring.Core.Certificates;
using Scoring.Core.Definition;

namespace Scoring.Api.Console.Certificates;

/// <summary>Whose certificate a preview shows: lengths as they occur.</summary>
public enum Sample { Short, Long, Foreign, Pair }

/// <summary>What previews and test pages show in place of a participant: no real person.</summary>
public static class SampleCertificate
{
    /// <summary>Of the usual length; its signature is none.</summary>
    public static string Qr { get; } = VerificationLink.Write(new Uri("http://192.168.1.10:5080"), QrText.Encode(Enumerable.Range(0, 300).Select(i => (byte)(i * 73)).ToArray()));

    public static CertificateFacts Of(Competition? contest, CertificateKind kind = CertificateKind.Award, Sample sample = Sample.Short)
    {
        var (name, organization, trade) = Who(sample);
        var organizational = kind == CertificateKind.Organization;
        return new(
            $"{contest?.CertificatePrefix ?? "YDB2026"}-DG-000", Core.Issuing.IssueCertificates.TitleOf(kind), organizational ? organization : name, organizational ? null : organization, trade, IssuedAward(kind),
            contest?.Name ?? "职工技能大赛", contest?.Issuers ?? contest?.Hosts ?? ["颁发单位"], contest?.Date ?? new DateOnly(2026, 4, 23), kind, TradeWord.Of(contest),
            contest is null ? null : Core.Issuing.Salutations.Of(contest, new(new("sample"), name, new("sample"), new("sample"), Gender: sample == Sample.Pair ? null : "女")));
    }

    /// <summary>What certificates of a kind are called in the console.</summary>
    public static string Name(CertificateKind kind) => kind switch
    {
        CertificateKind.Participation => "参赛证书",
        CertificateKind.Team => "团体奖证书",
        CertificateKind.Thanks => "裁判致谢",
        CertificateKind.Honour => "荣誉称号证书",
        CertificateKind.Organization => "组织奖证书",
        _ => "获奖证书",
    };

    /// <summary>What the samples are called in the console.</summary>
    public static string Name(Sample sample) => sample switch
    {
        Sample.Long => "长姓名、长单位",
        Sample.Foreign => "外国姓名",
        Sample.Pair => "两人一队",
        _ => "短姓名",
    };

    private static (string Name, string Organization, string Trade) Who(Sample sample) => sample switch
    {
        Sample.Long => ("阿卜杜热合曼·样张·吐尔逊江买买提", "中国石油天然气股份有限公司西北销售分公司安阳综合服务保障中心第一项目部", "工业机器人系统操作与智能产线装调维修"),
        Sample.Foreign => ("Alexander Montgomery-Specimen", "Specimen Energy (Shanghai) Co., Ltd.", "电工"),
        Sample.Pair => ("样张甲、样张乙", "安阳恒泰电气有限公司", "机电一体化"),
        _ => ("样张", "安阳恒泰电气有限公司", "电工"),
    };

    private static string IssuedAward(CertificateKind kind) => kind switch
    {
        CertificateKind.Participation => "第 12 名",
        CertificateKind.Thanks => "裁判员",
        CertificateKind.Honour => "技术能手",
        CertificateKind.Team => "团体总分第一名",
        CertificateKind.Organization => "优秀组织奖",
        _ => "一等奖",
    };
}
