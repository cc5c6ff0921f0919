#include <cmath>
#include <cstdio>
#include <cstring>
#include <memory>
#include <numeric>
#include "mapper/parse/dataset_files.h"
#include "tests/eval/suggest_measure.h"
using namespace mapper;
using W = std::vector<double>;
struct Sample { FeatureValues x; bool y; double w; };
static double Dot(const W& w, const FeatureValues& x){double s=0;for(size_t i=0;i<kFeatures;++i)s+=w[i]*double(x[i]);return s;}
static W Newton(const std::vector<const std::vector<Sample>*>& sets,const std::vector<size_t>& use){
  const size_t n=use.size(); W w(kFeatures,0.0); w[0]=-4;
  for(int it=0;it<30;++it){
    std::vector<W> h(n,W(n,0.0)); W g(n,0.0);
    for(auto* set:sets) for(auto& s:*set){
      double p=1/(1+std::exp(-Dot(w,s.x))); double e=(s.y?1.0:0.0)-p; double v=p*(1-p);
      for(size_t i=0;i<n;++i){ double xi=double(s.x[use[i]]); if(xi==0)continue; g[i]+=s.w*e*xi; for(size_t j=0;j<=i;++j) h[i][j]+=s.w*v*xi*double(s.x[use[j]]); }
    }
    for(size_t i=0;i<n;++i){ if(i){g[i]-=1.0*w[use[i]];} h[i][i]+=i?1.0:1e-6; }
    for(size_t i=0;i<n;++i)for(size_t j=i+1;j<n;++j)h[i][j]=h[j][i];
    W d=g; auto a=h;
    for(size_t i=0;i<n;++i){ size_t pv=i; for(size_t r=i;r<n;++r) if(std::fabs(a[r][i])>std::fabs(a[pv][i]))pv=r; std::swap(a[i],a[pv]);std::swap(d[i],d[pv]);
      for(size_t r=0;r<n;++r){ if(r==i)continue; double f=a[r][i]/a[i][i]; if(f==0)continue; for(size_t c=i;c<n;++c)a[r][c]-=f*a[i][c]; d[r]-=f*d[i]; } }
    double step=0; for(size_t i=0;i<n;++i){ d[i]/=a[i][i]; step=std::max(step,std::fabs(d[i])); }
    double scale=std::min(1.0,2.0/step); for(size_t i=0;i<n;++i) w[use[i]]+=scale*d[i];
    if(step<1e-3)break;
  }
  return w;
}
static W Fit(const std::vector<const std::vector<Sample>*>& sets){
  std::vector<size_t> use(kFeatures); std::iota(use.begin(),use.end(),0);
  for(;;){ W w=Newton(sets,use); std::vector<size_t> keep; for(size_t f:use) if(f==0||w[f]>0) keep.push_back(f); if(keep.size()==use.size()) return w; use=keep; }
}
static const char* kN[]={"One","Text","Title","Reason","Relatives","NearRows","Similar","Network","Lead","Roles","Leaf"};
static void Print(const char* n,const Quality& q){ std::printf("  %-10s n=%4zu R@1 %.3f R@5 %.3f R@10 %.3f MRR %.3f P@1 %.3f P@5 %.3f P@10 %.3f \n",n,q.queries,q.recall_1,q.recall_5,q.recall_10,q.reciprocal_rank,q.precision_1,q.precision_5,q.precision_10);}
int main(int argc,char**argv){
  Diagnostics d; Dataset data=LoadDataset(KAKEHASHI_ROOT,d);
  size_t n=data.crosswalks.size();
  std::vector<std::vector<Sample>> set[4]; for(auto&x:set)x.resize(n);
  struct Q{Query q; std::vector<FeatureValues> v;};
  std::map<std::pair<size_t,int>,std::vector<Q>> qs;
  std::vector<std::unique_ptr<PairFeatures>> pf; std::vector<std::unique_ptr<TfIdf>> tf;
  for(size_t t=0;t<n;++t){ auto& c=data.crosswalks[t];
    pf.push_back(std::make_unique<PairFeatures>(data,c.source,c.target,nullptr));
    tf.push_back(std::make_unique<TfIdf>(data,c.source,c.target,nullptr));
    for(Hide h:{Hide::kControl,Hide::kTable,Hide::kAll}){
      for(auto& q:MakeQueries(data,c,h,h!=Hide::kRow)){
        auto v=pf[t]->Of(q.control,q.hidden);
        for(size_t b=0;b<v.size();++b) if(!q.barred[b]) set[int(h)][t].push_back({v[b],std::binary_search(q.answers.begin(),q.answers.end(),int(b)),1.0});
        if(!q.answers.empty()) qs[{t,int(h)}].push_back({q,std::move(v)});
      }}
  }
  std::vector<int> masks; for(int i=1;i<argc;++i) masks.push_back(atoi(argv[i]));
  auto fit=[&](int leave,int mode){ std::vector<const std::vector<Sample>*> s; for(size_t t=0;t<n;++t){ if(int(t)==leave)continue; for(int h:{0,2,3}) if(mode>>h&1)s.push_back(&set[h][t]); } return Fit(s); };
  std::map<int,W> all; for(int m:masks) all[m]=fit(-1,m);
  for(size_t i=0;i<kFeatures;++i){ std::printf("%-14s",kN[i]); for(int m:masks)std::printf(" %8.3f",all[m][i]); std::printf("\n"); }
  std::map<std::pair<int,size_t>,W> ws; for(int m:masks)for(size_t t=0;t<n;++t)ws[{m,t}]=fit(int(t),m);
  for(int h:{0,2,3}){ std::printf("== hide %d\n",h); QualitySum mean0; std::map<int,QualitySum> mean;
   for(size_t t=0;t<n;++t){ QualitySum a,b; std::map<int,QualitySum> x;
    for(auto& q:qs[{t,h}]){ a.Add(q.q,tf[t]->Scores(q.q.control)); mean0.Add(q.q,tf[t]->Scores(q.q.control)); std::vector<double> s; for(auto& v:q.v) s.push_back(double(v[1])); b.Add(q.q,s);
      for(int m:masks){ s.clear(); for(auto& v:q.v) s.push_back(Dot(ws[{m,t}],v)); x[m].Add(q.q,s); mean[m].Add(q.q,s);} }
    std::printf("%s\n",data.crosswalks[t].file.substr(data.crosswalks[t].file.rfind('/')+1).c_str());
    Print("tfidf",a.Mean());Print("bm25",b.Mean());for(int m:masks)Print(("fit"+std::to_string(m)).c_str(),x[m].Mean()); }
   std::printf("ALL\n"); Print("tfidf",mean0.Mean()); for(int m:masks)Print(("fit"+std::to_string(m)).c_str(),mean[m].Mean()); }
}
