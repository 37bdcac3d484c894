using System.Security.Cryptography;
using Scoring.Core.Certificates;
using Scoring.Display.Certificates;
using Scoring.Display.Certificates.Fonts;

namespace Scoring.Display.Tests.Certificates;

/// <summary>Fonts, a key and facts to print with; one for all tests of certificates.</summary>
public sealed class PrintingOffice : IDisposable
{
    public FontBook Fonts { get; } = FontBook.Load(FontBook.UsualPlaces(AppContext.BaseDirectory));

    public ECDsa Key { get; } = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public Dictionary<string, byte[]> PublicKeys => new() { [SignedCertificate.KeyIdOf(Key.ExportSubjectPublicKeyInfo())] = Key.ExportSubjectPublicKeyInfo() };

    public static CertificateFacts Facts { get; } = new(
        "YDB2026-DG-001", "荣誉证书", "张志远", "安阳恒泰电气有限公司", "电工", "一等奖", "2026年安阳市先进制造业劳动技能竞赛暨第一届“殷都杯”职工技能大赛",
        ["安阳市总工会", "安阳市工业和信息化局", "安阳市人力资源和社会保障局"], new DateOnly(2026, 4, 23));

    public string QrText(CertificateFacts facts) => VerificationLink.Write(new Uri("http://192.168.1.10:5080"), SignedCertificate.Sign(facts, Key));

    public byte[] Print(CertificateFacts facts) => new CertificatePainter(Fonts).Paint(CertificateTemplates.Festive, facts, QrText(facts));

    public void Dispose() => Key.Dispose();
}
